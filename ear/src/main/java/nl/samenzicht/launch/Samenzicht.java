package nl.samenzicht.launch;

import java.lang.reflect.InvocationTargetException;

/**
 * The first class that runs. It is compiled for Java 8, so that somebody with an old Java reads a sentence rather than
 * a class version number.
 */
public final class Samenzicht {
    private static final int NEEDED = 17;

    private Samenzicht() {}

    public static void main(String[] arguments) throws Exception {
        String version = System.getProperty("java.specification.version");
        if (major(version) < NEEDED) {
            System.err.println("Samenzicht needs Java " + NEEDED + " or newer, and this is Java " + version + " ("
                    + System.getProperty("java.home") + ").");
            System.err.println(
                    "Install a newer Java, or start with another one: /path/to/jdk-17/bin/java -jar samenzicht.jar");
            System.exit(1);
        }
        try {
            Class.forName("nl.samenzicht.launch.Launch")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            e.getCause().printStackTrace();
            System.exit(1);
        }
    }

    static int major(String version) {
        String[] parts = version.split("\\.");
        return Integer.parseInt(parts[0].equals("1") && parts.length > 1 ? parts[1] : parts[0]);
    }
}
