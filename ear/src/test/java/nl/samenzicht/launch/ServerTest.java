package nl.samenzicht.launch;

import static org.assertj.core.api.BDDAssertions.then;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerTest {
    @TempDir
    Path home;

    @AfterEach
    void takeBack() throws JMException {
        Server.compileAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"home", "a home", "a \"home\"", "a 'home'"})
    void the_compiler_is_told_from_any_folder(String folder) throws Exception {
        Path file = Files.createDirectory(home.resolve(folder)).resolve("compiler.json");
        try (var in = Launch.class.getResourceAsStream("compiler.json")) {
            Files.copy(in, file);
        }
        then(told()).doesNotContain("nl/samenzicht/launch");
        Server.compileLess(file);
        then(told()).contains("nl/samenzicht/launch", "java/util");
    }

    @Test
    void what_it_was_told_is_taken_back() throws Exception {
        String before = told();
        the_compiler_is_told_from_any_folder("home");
        Server.compileAll();
        then(told()).isEqualTo(before);
    }

    private static String told() throws JMException {
        return (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "compilerDirectivesPrint",
                        new Object[0],
                        new String[0]);
    }
}
