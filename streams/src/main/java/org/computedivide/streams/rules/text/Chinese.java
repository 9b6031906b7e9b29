package org.computedivide.streams.rules.text;

import java.util.Map;
import java.util.Set;

/** The Chinese and Japanese words of the trade, in English; longest match of at most four characters. */
final class Chinese {

    private static final int LONGEST = 4;

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("参数", "parameters"),
            Map.entry("參數", "parameters"),
            Map.entry("参数量", "parameters"),
            Map.entry("パラメー", "parameters"),
            Map.entry("激活参数", "active-parameters"),
            Map.entry("激活", "activated"),
            Map.entry("总参数", "total-parameters"),
            Map.entry("词元", "tokens"),
            Map.entry("トークン", "tokens"),
            Map.entry("训练", "trained"),
            Map.entry("訓練", "trained"),
            Map.entry("预训练", "pretrained"),
            Map.entry("小时", "hours"),
            Map.entry("小時", "hours"),
            Map.entry("天", "days"),
            Map.entry("个月", "months"),
            Map.entry("周", "weeks"),
            Map.entry("分钟", "minutes"),
            Map.entry("显卡", "gpus"),
            Map.entry("阶段", "stage"),
            Map.entry("第一阶段", "stage1"),
            Map.entry("第二阶段", "stage2"),
            Map.entry("第三阶段", "stage3"),
            Map.entry("第四阶段", "stage4"),
            Map.entry("节点", "nodes"),
            Map.entry("服务器", "servers"),
            Map.entry("机器", "machines"),
            Map.entry("台", "of"),
            Map.entry("每台", "each"),
            Map.entry("耗时", "took"),
            Map.entry("历时", "took"),
            Map.entry("使用", "using"),
            Map.entry("微调", "finetuning"),
            Map.entry("张", "gpus-of"),
            Map.entry("块", "gpus-of"),
            Map.entry("卡", "gpus"),
            Map.entry("轮", "epochs"),
            Map.entry("规模", "scale"),
            Map.entry("尺寸", "sizes"),
            Map.entry("版本", "version"),
            Map.entry("高质量", "quality"),
            Map.entry("只有", "only"),
            Map.entry("仅有", "only"),
            Map.entry("拥有", "has"),
            Map.entry("模型", "model"),
            Map.entry("的", "of"),
            Map.entry("个", "of"),
            Map.entry("和", "and"),
            Map.entry("与", "and"),
            Map.entry("、", ","),
            Map.entry("，", ","),
            Map.entry("超过", "over"),
            Map.entry("仅", "only"),
            Map.entry("性能超过", "outperforms"),
            Map.entry("超越", "outperforms"),
            Map.entry("优于", "outperforms"),
            Map.entry("领先", "outperforms"),
            Map.entry("媲美", "matches"),
            Map.entry("相比", "compared"),
            Map.entry("相较", "compared"),
            Map.entry("对比", "compared"),
            Map.entry("基于", "based"),
            Map.entry("上下文", "context"),
            Map.entry("长度", "length"),
            Map.entry("万亿", "万亿"),
            Map.entry("千亿", "千亿"),
            Map.entry("百亿", "百亿"),
            Map.entry("十亿", "十亿"),
            Map.entry("千万", "千万"),
            Map.entry("百万", "百万"),
            Map.entry("亿", "亿"),
            Map.entry("億", "億"),
            Map.entry("兆", "兆"),
            Map.entry("万", "万"));

    private static final String NUMERALS = "二三四五六七八九十两";
    private static final Set<String> COUNTED = Set.of("天", "周", "个月", "小时", "小時", "张", "块", "轮", "分钟");

    private Chinese() {}

    static boolean isOne(char c) {
        return (c >= '\u3001' && c <= '\u9fff') || c == '，';
    }

    /** Characters taken at the position: as many as the longest word known, else one. */
    static int length(String text, int at) {
        for (int n = Math.min(LONGEST, text.length() - at); n > 1; n--) {
            if (WORDS.containsKey(text.substring(at, at + n))) {
                return n;
            }
        }
        return 1;
    }

    /** 2 to 10 for a numeral, else 0; one is also an article and left out. */
    static double digit(char c) {
        int place = NUMERALS.indexOf(c);
        return place < 0 ? 0 : c == '两' ? 2 : place + 2;
    }

    /** Whether a numeral in front of the word counts it: days, weeks, months, hours, years, chips, epochs. */
    static boolean isCounted(String word) {
        return COUNTED.contains(word);
    }

    static String english(String word) {
        return WORDS.getOrDefault(word, word);
    }
}
