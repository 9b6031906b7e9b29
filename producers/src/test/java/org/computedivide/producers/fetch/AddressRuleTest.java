package org.computedivide.producers.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressRuleTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "127.8.9.1, true",
        "0.0.0.0, true",
        "10.1.2.3, true",
        "172.16.0.1, true",
        "172.31.255.255, true",
        "172.32.0.1, false",
        "192.168.0.1, true",
        "169.254.169.254, true",
        "100.64.0.1, true",
        "100.128.0.1, false",
        "192.0.2.1, true",
        "198.18.0.1, true",
        "198.51.100.7, true",
        "203.0.113.9, true",
        "224.0.0.1, true",
        "255.255.255.255, true",
        "8.8.8.8, false",
        "::1, true",
        "::, true",
        "fe80::1, true",
        "fc00::1, true",
        "fd12:3456::1, true",
        "ff02::1, true",
        "::ffff:10.0.0.1, true",
        "64:ff9b::a00:1, true",
        "64:ff9b::808:808, false",
        "2002:7f00:1::, true",
        "2001:db8::1, true",
        "2606:4700::1111, false"
    })
    void shouldTellPrivateFromPublicAddresses(String address, boolean isPrivate) throws UnknownHostException {
        // Given:
        InetAddress parsed = InetAddress.getByName(address);

        // When:
        boolean judged = AddressRule.isPrivate(parsed);

        // Then:
        assertThat(judged).isEqualTo(isPrivate);
    }

    @ParameterizedTest
    @CsvSource({"93.184.216.34, false", "10.0.0.7, true", "fd00::1, true"})
    void shouldJudgeANameByWhatItResolvesTo(String address, boolean isForbidden) throws UnknownHostException {
        // Given:
        AddressRule.Resolver resolver =
                host -> new InetAddress[] {InetAddress.getByName("93.184.216.34"), InetAddress.getByName(address)};

        // When:
        Optional<String> reason = AddressRule.forbidden(URI.create("https://lab.example/"), false, resolver);

        // Then:
        assertThat(reason.isPresent()).isEqualTo(isForbidden);
    }
}
