package org.computedivide.monitor.output;

/** Text written by others, made safe for a terminal. */
public final class Terminal {

    private Terminal() {}

    /** On one line, without control characters and without marks that turn the direction of writing. */
    public static String safe(String text) {
        var safe = new StringBuilder(text.length());
        text.codePoints().map(Terminal::safe).forEach(safe::appendCodePoint);
        return safe.toString();
    }

    private static int safe(int c) {
        boolean turnsDirection =
                (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
        return Character.isISOControl(c) || turnsDirection ? ' ' : c;
    }
}
