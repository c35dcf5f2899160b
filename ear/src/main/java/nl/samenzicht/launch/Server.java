package nl.samenzicht.launch;

import fish.payara.micro.boot.PayaraMicroBoot;
import fish.payara.micro.boot.loader.MainMethodRunner;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;

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
     * Unpacks its classes.
     *
     * @param unpacked an empty folder, for its own jars
     * @param beside the folder of the libraries that it offers to the application
     */
    static ServerClasses unpack(Path unpacked, Path beside) throws IOException, URISyntaxException {
        var jar = PayaraMicroBoot.class.getProtectionDomain().getCodeSource().getLocation();
        System.setProperty("fish.payara.micro.BootJar", jar.toURI().toString());
        var classes = new ServerClasses(Files.createDirectories(unpacked).toFile());
        classes.addAll(beside);
        return classes;
    }

    /** Starts it. */
    static PayaraMicroBoot start(ServerClasses classes, String... arguments) throws Exception {
        // the libraries beside the server bring the front of another logging, which is not for the server
        System.setProperty("org.jboss.logging.provider", "jdk");
        keepNothing(classes);
        Thread.currentThread().setContextClassLoader(classes);
        return (PayaraMicroBoot)
                new MainMethodRunner("fish.payara.micro.impl.PayaraMicroImpl", arguments, "create").run();
    }

    /**
     * Tells Java what not to give to its second compiler: what a start runs a thousand times and little runs after it. On two
     * processors that compiler takes as much of a start as the start itself.
     *
     * @param directives a file as {@code jcmd Compiler.directives_add} takes it
     */
    static void compileLess(Path directives) throws JMException {
        String file = directives.toString();
        String quote = file.contains("\"") ? "'" : "\"";
        askCompiler(
                "compilerDirectivesAdd", new Object[] {new String[] {quote + file + quote}}, String[].class.getName());
    }

    /** Takes {@link #compileLess} back, for all that becomes hot from now on. */
    static void compileAll() throws JMException {
        askCompiler("compilerDirectivesClear", new Object[0]);
    }

    private static void askCompiler(String operation, Object[] parameters, String... types) throws JMException {
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), operation, parameters, types);
        } catch (InstanceNotFoundException | RuntimeMBeanException e) {
            // a Java that does not listen takes somewhat longer
        }
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
