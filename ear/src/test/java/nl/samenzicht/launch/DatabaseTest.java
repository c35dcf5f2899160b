package nl.samenzicht.launch;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @Test
    void a_folder_with_a_space_in_its_name_is_refused_before_anything_is_made(@TempDir Path folder) {
        var home = folder.resolve("a home");
        var settings = Settings.of(Map.of("SAMENZICHT_HOME", home.toString()));
        thenThrownBy(() -> Database.embedded(settings))
                .isInstanceOf(CannotStart.class)
                .hasMessageContainingAll("'" + home + "'", "space", "SAMENZICHT_HOME");
        then(home).doesNotExist();
    }
}
