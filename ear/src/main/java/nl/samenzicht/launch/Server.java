package nl.samenzicht.launch;

import fish.payara.micro.boot.PayaraMicroBoot;
import fish.payara.micro.boot.loader.ExplodedURLClassloader;
import fish.payara.micro.boot.loader.MainMethodRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Payara Micro, in which a request is never made of what was somebody else's. Grizzly keeps the objects of finished requests
 * for the next ones. When a web socket closes while it opens, the same object is given back twice, and two people's requests
 * then share it. Here it keeps none; making new ones costs microseconds.
 */
final class Server {
    private static final List<String> NEVER_KEPT = List.of(
            "org.glassfish.grizzly.http.server.Request",
            "org.glassfish.grizzly.http.server.SuspendStatus",
            "org.glassfish.grizzly.http.HttpServerFilter$ServerHttpRequestImpl",
            "org.glassfish.grizzly.http.HttpRequestPacketImpl",
            "org.glassfish.grizzly.http.HttpResponsePacketImpl",
            "org.glassfish.grizzly.http.HttpContent",
            "org.glassfish.grizzly.http.HttpTrailer",
            "org.glassfish.grizzly.http.HttpBrokenContent");

    private Server() {}

    /**
     * Starts it.
     *
     * @param unpacked an empty folder, for its own jars
     */
    static PayaraMicroBoot start(Path unpacked, String... arguments) throws Exception {
        var jar = PayaraMicroBoot.class.getProtectionDomain().getCodeSource().getLocation();
        System.setProperty("fish.payara.micro.BootJar", jar.toURI().toString());
        var loader =
                new ExplodedURLClassloader(Files.createDirectories(unpacked).toFile());
        keepNothing(loader);
        Thread.currentThread().setContextClassLoader(loader);
        return (PayaraMicroBoot)
                new MainMethodRunner("fish.payara.micro.impl.PayaraMicroImpl", arguments, "create").run();
    }

    /** The first who names a type decides how many of it a thread may keep. */
    private static void keepNothing(ClassLoader server) throws ReflectiveOperationException {
        var decide = server.loadClass("org.glassfish.grizzly.ThreadCache")
                .getMethod("obtainIndex", String.class, Class.class, int.class);
        for (String type : NEVER_KEPT) {
            decide.invoke(null, type, Object.class, 0);
        }
    }
}
