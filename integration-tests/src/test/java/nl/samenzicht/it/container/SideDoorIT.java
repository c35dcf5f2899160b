package nl.samenzicht.it.container;

import static org.assertj.core.api.BDDAssertions.then;

import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import nl.samenzicht.it.FoundDoors;
import nl.samenzicht.it.Intruder;
import nl.samenzicht.it.SideDoorTable;
import nl.samenzicht.it.StoreSearch;
import org.assertj.core.api.SoftAssertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Somebody inside tries every door: each page, resource and servlet that the running product has registered, for each
 * purpose and category, in a real browser. What reaches their machine, in whatever form, is held against a table that was
 * written by hand: they meet every word that is meant for them, and no other.
 */
@ExtendWith({ContainerGround.class, ArquillianExtension.class})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SideDoorIT {

    @Inject
    SideDoorCase sideDoorCase;

    @Inject
    Doors doors;

    @ArquillianResource
    URL product;

    @Deployment
    static WebArchive war() {
        return ContainerWar.withPlayers();
    }

    @Test
    @Order(1)
    void the_case_is_written_and_the_doors_are_counted() throws IOException {
        // when
        var name = sideDoorCase.write();
        var signal = sideDoorCase.signal();
        var lines = new ArrayList<>(List.of(
                "case " + name.id().value(),
                "number " + name.number(),
                "second " + sideDoorCase.second(),
                "request " + sideDoorCase.request(),
                "breach " + sideDoorCase.breach(),
                "signal " + signal));
        lines.addAll(doors.all());
        Files.write(Path.of(System.getProperty("samenzicht.home")).resolve("doors.txt"), lines);
        // then
        then(lines.stream().filter(line -> line.startsWith("page"))).hasSizeGreaterThanOrEqualTo(20);
        then(lines.stream().filter(line -> line.startsWith("resource"))).hasSizeGreaterThanOrEqualTo(9);
        then(lines.stream().filter(line -> line.startsWith("servlet"))).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    @Order(2)
    @RunAsClient
    void everybody_meets_what_is_meant_for_them_and_nothing_else() throws Exception {
        // given
        var table = SideDoorTable.read();
        var found = FoundDoors.in(Path.of(System.getProperty("container.folder"), "home", "doors.txt"));
        // when
        var intruders = Intruder.twoAtOnce(product.toString(), table, found);
        // then
        var softly = new SoftAssertions();
        for (var each : intruders.entrySet()) {
            var who = each.getKey();
            var intruder = each.getValue();
            softly.assertThat(intruder.tried()).as("doors tried by " + who).containsAll(found.all());
            softly.assertThat(intruder.betrayals())
                    .as("what " + who + " found besides")
                    .isEmpty();
            softly.assertThat(new TreeSet<>(intruder.met().keySet()))
                    .as("what reached %s, and through which door: %s", who, intruder.met())
                    .isEqualTo(table.meantFor(who));
        }
        softly.assertAll();
    }

    @Test
    @Order(3)
    @RunAsClient
    void neither_the_database_nor_a_file_keeps_a_word_as_it_is() throws SQLException, IOException {
        // given
        var words = SideDoorTable.read().words();
        // when
        var columns =
                StoreSearch.columnsWith(words, System.getProperty("container.db"), "samenzicht_migration", "migration");
        var files = StoreSearch.filesWith(words, Path.of(System.getProperty("container.folder")));
        // then
        then(columns).isEmpty();
        then(files).isEmpty();
    }

    @Test
    @Order(4)
    @RunAsClient
    void every_category_holds_a_word_that_somebody_may_see() throws IOException {
        then(SideDoorTable.read().categories()).isEqualTo(SideDoorCase.categories());
    }
}
