/** Labs that announce their models in an RSS or Atom feed. */
@NullMarked
package org.computedivide.producers.feed;

import org.jspecify.annotations.NullMarked;
