package nl.samenzicht.domain.retention;

import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.BDDAssertions.then;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.domain.casefile.ItemId;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.world.CaseworkWorld;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A backup from before a destruction is put back: what was destroyed goes again before anybody is let in. */
class RestoreStoryTest {

    private static final List<String> TABLES =
            List.of("item", "item_version", "item_key", "search_token", "linkage_record");

    private static CaseworkWorld world;
    private static ActingProfessional manager;
    private CaseName file;
    private ItemId item;

    @BeforeAll
    static void start() {
        world = new CaseworkWorld();
        world.clock.ticks(Duration.ofMillis(1));
        manager = world.colleagueOf(world.officer, Function.MANAGER);
    }

    @BeforeEach
    void somebody_who_is_destroyed_after_a_backup() throws Exception {
        Files.deleteIfExists(marks());
        file = world.openCase();
        item = world.as(
                world.coordinator,
                () -> world.caseFiles.record(
                        file.id(),
                        DataCategory.IDENTITY,
                        ItemKind.FIELDS,
                        Map.of("givenNames", "Wendelmoet", "familyName", "Vlierboom", "birthDate", "1999-04-03"),
                        Purpose.SUPPORT));
        TABLES.forEach(
                table -> world.sql("create or replace table backup_%s as select * from %s".formatted(table, table)));
        destroyed();
    }

    private void destroyed() {
        var id = world.as(
                world.officer,
                () -> world.retention.proposeErasure(file.number(), "Verzoek van de betrokkene, toegewezen."));
        world.does(manager, () -> world.retention.approve(id));
        world.does(world.officer, () -> world.destruction.destroy(id));
        world.does(world.officer, () -> world.destruction.certify(id));
        then(rows("item_version")).isZero();
    }

    private static Path marks() {
        return world.home.resolve("checkpoints/destroyed");
    }

    private int rows(String table) {
        return Integer.parseInt(world.ask("select count(*) from " + table + " where item_id = '" + item.value() + "'"));
    }

    private void restored() {
        TABLES.forEach(
                table -> world.sql("set statement foreign_key_checks=0 for replace into %s select * from backup_%s"
                        .formatted(table, table)));
        then(rows("item_key")).isPositive();
        then(seen()).isPositive();
    }

    private int seen() {
        return world.as(
                        world.coordinator,
                        () -> world.caseFiles.open(file.id(), DataCategory.IDENTITY, Purpose.SUPPORT))
                .items()
                .size();
    }

    /** What a start does before anybody is let in. */
    private void started() {
        world.destroyed.all().forEach(mark -> world.does(world.officer, () -> world.destruction.again(mark)));
    }

    private static int lines() {
        return Integer.parseInt(world.ask("select count(*) from ledger_entry where action = 'DESTROY'"));
    }

    @Test
    void what_a_backup_brings_back_is_destroyed_again_and_the_log_says_so() {
        restored();
        int before = lines();
        // when
        started();
        // then
        then(seen()).isZero();
        List.of("item_version", "item_key", "search_token", "linkage_record")
                .forEach(table -> then(rows(table)).as(table).isZero());
        then(lines()).isEqualTo(before + 1);
        world.seal();
        then(world.as(world.officer, () -> world.inspection.inspect(world.officer.agency()))
                        .findings())
                .noneMatch(finding -> finding.args().contains(item.value().toString()));
        // when it starts once more
        started();
        then(lines()).as("nothing was there to destroy").isEqualTo(before + 1);
    }

    @Test
    void a_changed_line_stops_the_start_and_is_named() throws Exception {
        var text = Files.readString(marks());
        Files.writeString(marks(), text.replace("IDENTITY", "SITUATION"));
        then(catchThrowable(this::started))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Line 1 of")
                .hasMessageContaining("destroyed");
    }

    @Test
    void a_line_that_a_crash_cut_off_spoils_only_itself() throws Exception {
        var text = Files.readString(marks());
        Files.writeString(marks(), text + text.substring(0, text.length() - 10));
        then(world.destroyed.all()).hasSize(1);
        // when the next one is added
        destroyedAnother();
        then(world.destroyed.all()).hasSize(2);
    }

    private void destroyedAnother() {
        item = world.as(
                world.coordinator,
                () -> world.caseFiles.record(
                        file.id(),
                        DataCategory.SITUATION,
                        ItemKind.FIELDS,
                        Map.of("living", "Bij een tante"),
                        Purpose.SUPPORT));
        destroyed();
    }

    @Test
    void without_a_file_a_start_destroys_nothing() throws Exception {
        Files.delete(marks());
        restored();
        started();
        then(seen()).isPositive();
    }
}
