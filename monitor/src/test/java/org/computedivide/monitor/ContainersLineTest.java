package org.computedivide.monitor;

import java.util.Map;
import org.computedivide.monitor.settings.Setting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The same line on Kafka and PostgreSQL in containers, where Docker is; the registry stays embedded. */
@EnabledIf(value = "isDockerThere", disabledReason = "there is no Docker on this machine")
class ContainersLineTest extends LineTest {

    private final KafkaContainer kafka = new KafkaContainer("apache/kafka:4.1.1");
    private final PostgreSQLContainer postgres = new PostgreSQLContainer("postgres:18");

    static boolean isDockerThere() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    @Override
    Map<Setting, String> servers() {
        kafka.start();
        postgres.start();
        String login = "?user=%s&password=%s".formatted(postgres.getUsername(), postgres.getPassword());
        String address = postgres.getJdbcUrl().replaceFirst("\\?.*", "");
        return Map.of(Setting.KAFKA, kafka.getBootstrapServers(), Setting.POSTGRES, address + login);
    }

    @AfterAll
    void stopContainers() {
        kafka.stop();
        postgres.stop();
    }
}
