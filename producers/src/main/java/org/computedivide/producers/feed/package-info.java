/** Labs that announce their models on sites of their own: in an RSS or Atom feed, or on a page that lists their posts. */
@NullMarked
package org.computedivide.producers.feed;

import org.jspecify.annotations.NullMarked;
