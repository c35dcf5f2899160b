package nl.samenzicht.launch;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import fish.payara.micro.boot.PayaraMicroBoot;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index answers as Java's own loader does that opens every jar. */
class ServerClassesTest {
    private static final List<String> ASKED = List.of(
            "META-INF/MANIFEST.MF",
            "META-INF/services/jakarta.servlet.ServletContainerInitializer",
            "META-INF/services",
            "META-INF/services/",
            "META-INF",
            "org/glassfish/grizzly/ThreadCache.class",
            "org/glassfish/grizzly",
            "org/glassfish/grizzly/",
            "org/glassfish/grizzly/Nothing.class",
            "nothing/at/all",
            "module-info.class",
            "__ds_jdbc_ra.rar",
            "nothing");

    @TempDir
    static Path folder;

    private static ServerClasses server;
    private static URLClassLoader opensAll;

    @BeforeAll
    static void unpack() throws Exception {
        // the class loader finds what to unpack through the jar of its own class
        System.setProperty(
                "fish.payara.micro.BootJar",
                PayaraMicroBoot.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()
                        .toString());
        server = new ServerClasses(
                Files.createDirectories(folder.resolve("jars")).toFile());
        opensAll = new URLClassLoader(server.getURLs(), null);
    }

    @AfterAll
    static void close() throws IOException {
        server.close();
        opensAll.close();
    }

    @Test
    void it_has_what_the_jars_have_in_their_order() throws IOException {
        var jars = Arrays.asList(server.getURLs());
        for (String name : ASKED) {
            var ours = Collections.list(server.findResources(name));
            // Java's own goes by the jars' Class-Path too, which changes the order and adds nothing here
            then(ours)
                    .as(name)
                    .map(URL::toString)
                    .containsExactlyInAnyOrderElementsOf(Collections.list(opensAll.findResources(name)).stream()
                            .map(URL::toString)
                            .toList());
            then(ours).as(name).isSortedAccordingTo(Comparator.comparing(each -> jars.indexOf(jarOf(each))));
            then(server.findResource(name)).as(name).isEqualTo(ours.isEmpty() ? null : ours.get(0));
        }
    }

    private static URL jarOf(URL inside) {
        try {
            return inside.getProtocol().equals("jar")
                    ? new URL(inside.getPath().split("!")[0])
                    : inside.toURI().resolve(".").toURL();
        } catch (MalformedURLException | URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void it_defines_the_class_that_the_jars_have_with_where_it_comes_from() throws Exception {
        String name = "org.glassfish.grizzly.ThreadCache";
        var ours = server.loadClass(name);
        var theirs = opensAll.loadClass(name);
        then(ours.getClassLoader()).isSameAs(server);
        then(ours.getProtectionDomain().getCodeSource().getLocation())
                .isEqualTo(theirs.getProtectionDomain().getCodeSource().getLocation());
        then(ours.getPackage().getImplementationTitle())
                .isEqualTo(theirs.getPackage().getImplementationTitle());
        then(server.found()).contains(name);
        thenThrownBy(() -> server.loadClass("nothing.at.All")).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void a_jar_that_is_added_later_is_asked_too() throws IOException {
        String name = "later/word.txt";
        then(server.findResource(name)).isNull();
        Path jar = folder.resolve("later.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry(name));
        }
        server.addURL(jar.toUri().toURL());
        then(server.findResource(name)).hasToString("jar:" + jar.toUri().toURL() + "!/" + name);
    }

    @Test
    void the_next_start_loads_what_the_last_one_needed_and_passes_over_what_is_gone() throws Exception {
        // given
        String needed = "org.glassfish.grizzly.Buffer";
        var lastStart = new LastStart(folder);
        lastStart.keep(List.of("gone.Away", "", needed, "not a name\u0000"));
        then(server.found()).doesNotContain(needed);
        // when
        lastStart.loadAgain(server).join();
        // then
        then(server.found()).contains(needed);
    }

    @Test
    void a_first_start_has_nothing_to_load() throws Exception {
        var before = server.found();
        new LastStart(folder.resolve("new")).loadAgain(server).join();
        then(server.found()).isEqualTo(before);
    }
}
