package org.computedivide.monitor.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.computedivide.monitor.CannotRun;

/** TCP ports of the loopback address. */
public final class Ports {

    private Ports() {}

    /**
     * The port a part shall listen on.
     *
     * @param part name of the part, for the message
     * @param wanted the port asked for; 0 leaves the choice to us
     * @param last the port used last time, taken again when it is free; 0 when there was none
     * @throws CannotRun when the port asked for is taken
     */
    public static int choose(String part, int wanted, int last) {
        if (wanted != 0) {
            if (!isFree(wanted)) {
                throw new CannotRun("port %d for the %s is taken; stop what listens there or choose another port"
                        .formatted(wanted, part));
            }
            return wanted;
        }
        return last != 0 && isFree(last) ? last : free();
    }

    /** A port that nobody listens on now. */
    public static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new CannotRun("no free TCP port is left on 127.0.0.1", e);
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
