package org.computedivide.sinks.newsletter;

import java.net.URI;
import java.util.List;

/** How the pieces of a letter look in one language of marks. What comes in is text; what goes out is escaped. */
interface Format {

    String plain(String words);

    String strong(String words);

    String code(String words);

    String link(String words, URI target);

    String heading(String words);

    String subheading(String words);

    String paragraph(Prose prose);

    String note(Prose prose);

    String bullets(List<Prose> items);

    String cards(List<Block.Card> cards);

    String table(List<String> head, List<List<Prose>> rows);

    String figure(String svg, Prose caption);
}
