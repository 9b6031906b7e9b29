/** arXiv: the search API, the daily announcement, the OAI-PMH listing. */
@NullMarked
package org.computedivide.producers.arxiv;

import org.jspecify.annotations.NullMarked;
