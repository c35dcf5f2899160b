package nl.samenzicht.launch;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/** Loads classes of ours beside libraries of their own, so that these do not shadow those of the application. */
final class Apart {
    private Apart() {}

    /** A loader of this launcher's classes and of the jars in folders under {@code lib}. */
    static ClassLoader with(String... folders) throws Exception {
        Path here = here();
        var jars = new ArrayList<URL>();
        jars.add(here.toUri().toURL());
        for (String folder : folders) {
            try (var files = Files.newDirectoryStream(here.resolveSibling("lib").resolve(folder), "*.jar")) {
                for (Path jar : files) {
                    jars.add(jar.toUri().toURL());
                }
            }
        }
        return new URLClassLoader(
                String.join("-", folders), jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    /** The jar of this launcher. */
    static Path here() throws Exception {
        return Path.of(
                Apart.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
