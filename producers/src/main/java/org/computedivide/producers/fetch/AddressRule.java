package org.computedivide.producers.fetch;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Which addresses may be asked: only public ones, decided after name resolution, so that a redirect or a lab file cannot
 * lead into the network that we run in. Odd spellings (octal, hexadecimal, a single number) end at the same place,
 * because the resolved bytes are judged and not the text.
 */
final class AddressRule {

    private AddressRule() {}

    /** Turns a host into its addresses. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /** Why the address may not be asked; empty when it may. The host is resolved only without a mirror. */
    static Optional<String> forbidden(URI uri, boolean mirrored, Resolver resolver) throws UnknownHostException {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            return Optional.of("the scheme " + scheme + " is not asked");
        }
        String host = uri.getHost();
        if (host == null || uri.getRawUserInfo() != null) {
            return Optional.of("the address " + uri + " has no plain host");
        }
        if (hasLeadingZero(host)) {
            return Optional.of(host + " is an address in an odd spelling");
        }
        if (mirrored && !looksLikeNumber(host)) {
            return isLocalName(host) ? Optional.of(host + " is a local name") : Optional.empty();
        }
        return Arrays.stream(resolver.resolve(unbracketed(host)))
                .filter(AddressRule::isPrivate)
                .findFirst()
                .map(address -> host + " is the private address " + address.getHostAddress());
    }

    private static boolean looksLikeNumber(String host) {
        return host.startsWith("[") || host.matches("(0[xX][0-9a-fA-F]+|[0-9.]+|[0-9a-fA-FxX.]*[0-9])");
    }

    /** Read as octal by some and as decimal by others. */
    private static boolean hasLeadingZero(String host) {
        return host.matches("[0-9.]+") && host.matches("(.*\\.)?0[0-9].*");
    }

    private static boolean isLocalName(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.endsWith(".localhost") || name.endsWith(".local");
    }

    private static String unbracketed(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** Loopback, private, link-local, shared, multicast, reserved, and IPv6 forms that carry such an IPv4 address. */
    static boolean isPrivate(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isReserved(bytes) : isReserved((Inet6Address) address, bytes);
    }

    private static boolean isReserved(byte[] v4) {
        int first = v4[0] & 0xff;
        int second = v4[1] & 0xff;
        int third = v4[2] & 0xff;
        return first == 0
                || first >= 240
                || (first == 100 && second >= 64 && second < 128)
                || (first == 192 && second == 0 && (third == 0 || third == 2))
                || (first == 198 && (second == 18 || second == 19))
                || (first == 198 && second == 51 && third == 100)
                || (first == 203 && second == 0 && third == 113);
    }

    private static boolean isReserved(Inet6Address address, byte[] bytes) {
        boolean uniqueLocal = (bytes[0] & 0xfe) == 0xfc;
        boolean nat64 = bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & 0xff) == 0xff && (bytes[3] & 0xff) == 0x9b;
        boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        boolean documentation = bytes[0] == 0x20 && bytes[1] == 1 && bytes[2] == 0x0d && (bytes[3] & 0xff) == 0xb8;
        return uniqueLocal
                || documentation
                || (nat64 && carriesPrivate(bytes, 12))
                || (sixToFour && carriesPrivate(bytes, 2))
                || (address.isIPv4CompatibleAddress() && carriesPrivate(bytes, 12));
    }

    private static boolean carriesPrivate(byte[] bytes, int from) {
        try {
            return isPrivate(InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4)));
        } catch (UnknownHostException e) {
            return true;
        }
    }
}
