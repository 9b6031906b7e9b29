package org.computedivide.sinks.postgres;

import org.apache.kafka.common.TopicPartition;

/**
 * Records of a partition that one transaction writes.
 *
 * @param partition which partition
 * @param from offset that the database must be at before
 * @param to offset that it is at after
 */
record Span(TopicPartition partition, long from, long to) {}
