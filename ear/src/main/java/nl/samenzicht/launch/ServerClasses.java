package nl.samenzicht.launch;

import fish.payara.micro.boot.loader.ExplodedURLClassloader;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * The server's own jars, with an index of which jar has which folder. There are some three hundred of them, and every class of
 * the application is asked here first: without the index each such question opens all of them, which took a fifth of the time
 * of a start.
 *
 * <p>A folder that nothing has is told at once; one that some have is sought there only, in the order of the jars.
 */
final class ServerClasses extends ExplodedURLClassloader {
    private final Queue<String> found = new ConcurrentLinkedQueue<>();

    /** By folder, without a slash at its end; the root is the empty name. Made at the first question. */
    private volatile Index index;

    /** @param unpacked an empty folder */
    ServerClasses(File unpacked) throws IOException {
        super(unpacked);
    }

    @Override
    public void addURL(URL added) {
        super.addURL(added);
        index = null;
    }

    /** Adds the jars of a folder. */
    void addAll(Path folder) throws IOException {
        try (var jars = Files.newDirectoryStream(folder, "*.jar")) {
            jars.forEach(jar -> addURL(urlOf(jar)));
        }
    }

    /** Returns the names of the classes that were found here so far, in their order. */
    List<String> found() {
        return List.copyOf(found);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        String path = name.replace('.', '/').concat(".class");
        try {
            for (var jar : index().having(path)) {
                var entry = jar.file().getJarEntry(path);
                if (entry != null) {
                    byte[] type;
                    try (var in = jar.file().getInputStream(entry)) {
                        type = in.readAllBytes();
                    }
                    definePackageOf(name, jar);
                    found.add(name);
                    return defineClass(name, type, 0, type.length, new CodeSource(jar.url(), (CodeSigner[]) null));
                }
            }
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
        throw new ClassNotFoundException(name);
    }

    @Override
    public URL findResource(String name) {
        for (var jar : index().having(name)) {
            var entry = jar.file().getJarEntry(name);
            if (entry != null) {
                return jar.inside(name, entry);
            }
        }
        return inFolders(name).findFirst().orElse(null);
    }

    @Override
    public Enumeration<URL> findResources(String name) {
        var found = new ArrayList<URL>();
        for (var jar : index().having(name)) {
            var entry = jar.file().getJarEntry(name);
            if (entry != null) {
                found.add(jar.inside(name, entry));
            }
        }
        inFolders(name).forEach(found::add);
        return Collections.enumeration(found);
    }

    /** The server asks by name for whole archives too, such as the adapter of its data sources. */
    private Stream<URL> inFolders(String name) {
        return name.isEmpty() || name.contains("/")
                ? Stream.empty()
                : index().folders().stream()
                        .map(folder -> folder.resolve(name))
                        .filter(Files::isRegularFile)
                        .map(ServerClasses::urlOf);
    }

    private static Path fileOf(URL url) {
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(url.toString(), e);
        }
    }

    private static URL urlOf(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(file.toString(), e);
        }
    }

    private void definePackageOf(String type, Jar jar) throws IOException {
        int dot = type.lastIndexOf('.');
        String name = dot < 0 ? "" : type.substring(0, dot);
        if (getDefinedPackage(name) != null) {
            return;
        }
        try {
            definePackage(name, jar.manifest(), jar.url());
        } catch (IllegalArgumentException e) {
            // another thread was first
        }
    }

    private Index index() {
        var made = index;
        if (made == null) {
            synchronized (this) {
                made = index == null ? Index.of(getURLs()) : index;
                index = made;
            }
        }
        return made;
    }

    /** One jar, open as long as the server runs. */
    private record Jar(URL url, JarFile file, Manifest manifest) {
        static Jar of(URL url) {
            try {
                var file = new JarFile(fileOf(url).toFile(), false, ZipFile.OPEN_READ, JarFile.runtimeVersion());
                var manifest = file.getManifest();
                return new Jar(url, file, manifest == null ? new Manifest() : manifest);
            } catch (IOException e) {
                throw new IllegalStateException("'" + url + "' cannot be read", e);
            }
        }

        /** As Java's own loader says it: where it is for this Java, or else by the name that was asked for. */
        URL inside(String name, JarEntry entry) {
            try {
                String real = file.isMultiRelease() ? entry.getRealName() : name;
                var path = new URI(null, null, "/" + real, null);
                return new URL("jar:" + url + "!" + path.getRawPath());
            } catch (MalformedURLException | URISyntaxException e) {
                throw new IllegalArgumentException(entry.getName(), e);
            }
        }
    }

    private record Index(Map<String, List<Jar>> byFolder, List<Path> folders) {
        static Index of(URL[] urls) {
            var byFolder = new HashMap<String, List<Jar>>();
            var holding = new ArrayList<Path>();
            for (URL url : urls) {
                if (url.getPath().endsWith("/")) {
                    holding.add(fileOf(url));
                    continue;
                }
                var jar = Jar.of(url);
                var folders = new HashSet<String>();
                Stream.concat(jar.file().stream(), jar.file().versionedStream())
                        .forEach(entry -> folders.add(folder(entry.getName())));
                folders.forEach(each -> byFolder.computeIfAbsent(each, none -> new ArrayList<>())
                        .add(jar));
            }
            return new Index(byFolder, holding);
        }

        /** Returns the jars that may have it; of a folder, written with or without a slash, those that hold anything in it. */
        List<Jar> having(String name) {
            return byFolder.getOrDefault(folder(name), List.of());
        }

        private static String folder(String name) {
            int last = name.endsWith("/") ? name.length() - 1 : name.length();
            int slash = name.lastIndexOf('/', last - 1);
            return slash < 0 ? "" : name.substring(0, slash);
        }
    }
}
