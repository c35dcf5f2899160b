package nl.samenzicht.it;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * An officer has a person erased, and afterwards somebody searches the database, its files and all else on the disk; then an
 * operator puts back a backup from before, and it is searched once more.
 */
class RetentionIT {
    private static final String CASE = "SZ-001001";
    private static final String ITEMS = "(select i.id from item i join case_file c on c.id = i.case_id"
            + " where c.number = '" + CASE + "' and i.owner = c.lead_agency)";
    private static final String WHY = "Verzoek van de betrokkene, toegewezen na overleg met de jurist.";

    private static final Map<String, String> QUICK = Map.of("JAVA_TOOL_OPTIONS", RunningProduct.FIRST_COMPILER);

    private RunningProduct product;

    @AfterEach
    void stop() {
        if (product != null) {
            product.close();
        }
    }

    @Test
    void what_two_people_destroyed_is_nowhere_any_more() throws Exception {
        product = RunningProduct.start("retention", QUICK);
        var traces = tracesOfThePerson();
        then(traces.size()).isGreaterThan(40);
        then(inTables(traces))
                .as("before")
                .anyMatch(each -> each.startsWith("key"))
                .anyMatch(each -> each.startsWith("sealed"))
                .anyMatch(each -> each.startsWith("token"))
                .anyMatch(each -> each.startsWith("linkage"));
        backedUp();
        // when
        proposedByFatima();
        approvedByKarim();
        // then
        certified();
        nothingIsLeftForNoor();
        then(inTables(traces)).as("in the tables").isEmpty();
        // when the database began a new log of changes, as it does at each start
        again();
        // then
        product.close();
        var home = product.home();
        then(traces.inFiles(home)).as("in files").isEmpty();
        searchIsNotBlind(traces, home);
        again();
        theLogIsWhole();
        // when a backup from before is put back
        product.close();
        restored(traces);
        product = RunningProduct.startOn(home, RunningProduct.freePort(), QUICK);
        // then what was destroyed since is destroyed again, before anybody is let in
        then(inTables(traces)).as("in the tables, after a restore").isEmpty();
        then(destroyedAgain()).isGreaterThan(0);
        nothingIsLeftForNoor();
        theRestoreIsDeclared();
        again();
        product.close();
        then(traces.inFiles(home)).as("in files, after a restore").isEmpty();
    }

    /** The backup is older than the first destruction, so what its log knows of one came after the restore. */
    private int destroyedAgain() throws SQLException {
        try (var database = EmbeddedDatabase.of(product.home()).as("migration");
                var statement = database.createStatement();
                var rows = statement.executeQuery("select count(*) from ledger_entry where action = 'DESTROY'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private Path folder(String name) throws IOException {
        return Files.createDirectories(RunningProduct.work().resolve("retention-" + name));
    }

    private Map<String, String> passphrase() throws IOException {
        Path file = folder("passphrase").resolve("passphrase");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, "zes woorden die iemand trok door het lot\n");
        return Map.of("SAMENZICHT_BACKUP_PASSPHRASE_FILE", file.toString());
    }

    /** While people are at work. */
    private void backedUp() throws Exception {
        for (Path folder : List.of(folder("data"), folder("keys"))) {
            for (Path old : files(folder)) {
                Files.delete(old);
            }
        }
        var said = RunningProduct.command(
                product.home(),
                passphrase(),
                "backup",
                folder("data").toString(),
                folder("keys").toString());
        then(said).contains("Written, and read again").endsWith("exit 0");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var found = Files.list(folder)) {
            return found.toList();
        }
    }

    private void restored(Traces traces) throws Exception {
        var data = files(folder("data"));
        var keys = files(folder("keys"));
        then(data).hasSize(1);
        then(keys).hasSize(1);
        then(traces.inFiles(folder("data")))
                .as("in the backup, which is sealed")
                .isEmpty();
        var restore = new String[] {
            "restore", data.get(0).toString(), keys.get(0).toString(), "--by", "Robin Bos", "--why", "De schijf brak"
        };
        // a backup of which one byte changed is refused before anything is touched
        var bytes = Files.readAllBytes(data.get(0));
        bytes[bytes.length / 2] ^= 1;
        Path damaged = folder("damaged").resolve("damaged.data");
        Files.write(damaged, bytes);
        var wrong = restore.clone();
        wrong[1] = damaged.toString();
        then(RunningProduct.command(product.home(), passphrase(), wrong))
                .contains("does not open")
                .endsWith("exit 1");
        then(product.home().resolve("restore-unfinished")).doesNotExist();
        // when
        var said = RunningProduct.command(product.home(), passphrase(), restore);
        // then
        then(said).contains("Keys are there already", "It is back").endsWith("exit 0");
        // what was there stays until the operator is sure
        for (Path each : files(product.home().resolve("mariadb"))) {
            if (each.getFileName().toString().startsWith("data-before-")) {
                RunningProduct.wipe(each);
            }
        }
    }

    private void theRestoreIsDeclared() {
        try (var fatima = person("fatima@waterdam.example", 0)) {
            fatima.open("notices");
            fatima.see(".row", "een reservekopie teruggezet");
            fatima.open("officer/verify").find(".verify-begin").click();
            fatima.see(".verify-whole", "Er is een reservekopie teruggezet");
            fatima.find(".verify-whole a").first().click();
            fatima.see(".log-sentence", "zette een reservekopie van het hele systeem terug");
            then(fatima.complaints()).isEmpty();
        }
    }

    private Traces tracesOfThePerson() throws SQLException {
        try (var database = EmbeddedDatabase.of(product.home()).as("migration")) {
            return new Traces()
                    .word("Tran (verzonnen)")
                    .word("999990019")
                    .word("0600000001")
                    .values("key", database, "select wrapped from item_key where item_id in " + ITEMS)
                    .values("sealed", database, "select sealed from item_version where item_id in " + ITEMS)
                    .values("linkage", database, "select sealed from linkage_record where item_id in " + ITEMS)
                    .values(
                            "token",
                            database,
                            "select distinct t.token from search_token t where t.item_id in " + ITEMS
                                    + " and not exists (select 1 from search_token o where o.token = t.token"
                                    + " and o.item_id not in " + ITEMS + ")");
        }
    }

    private Set<String> inTables(Traces traces) throws SQLException {
        try (var database = EmbeddedDatabase.of(product.home()).as("migration")) {
            return traces.inTables(database);
        }
    }

    private Person person(String userName, int function) {
        return Person.at(Person.Setting.DESK, product.url()).signIn(userName, function);
    }

    private void proposedByFatima() {
        try (var fatima = person("fatima@waterdam.example", 0)) {
            fatima.open("officer/retention");
            fatima.see("h1", "Bewaren en vernietigen");
            // a signal without grounds is kept for half a year
            fatima.see(".row", "signaal zonder grond");
            fatima.press("Wissen op verzoek");
            fatima.type("Nummer van het dossier of signaal", "SZ-999999");
            fatima.type("Waarom is het verzoek toegewezen?", WHY);
            fatima.dialogAct().click();
            fatima.see(".form-message", "Uw organisatie bewaart niets onder dit nummer.");
            fatima.type("Nummer van het dossier of signaal", CASE);
            fatima.confirm();
            // then she cannot agree to it herself
            fatima.see(".row", CASE);
            then(fatima.find("vaadin-button:has-text('Keur goed')").count()).isZero();
            fatima.see("vaadin-button", "Neem terug");
            Accessibility.check(fatima);
            then(fatima.complaints()).isEmpty();
        }
    }

    private void approvedByKarim() {
        try (var karim = person("karim@waterdam.example", 0)) {
            karim.open("officer/retention");
            karim.see(".row", WHY);
            karim.press("Keur goed");
            karim.see("vaadin-dialog-overlay", "Niemand kan dit ongedaan maken");
            karim.confirm();
            karim.see(".row", "Goedgekeurd door Karim Bouzid");
            then(karim.complaints()).isEmpty();
        }
    }

    private void certified() throws Exception {
        try (var pieter = person("pieter@waterdam.example", 0)) {
            pieter.open("officer/retention");
            for (int i = 0; i < 60 && pieter.find(".retention-certificate").count() == 0; i++) {
                TimeUnit.MILLISECONDS.sleep(500);
                pieter.open("officer/retention");
            }
            pieter.see(".row", "Vernietigd");
            var download = pieter.page()
                    .waitForDownload(() -> pieter.find(".retention-certificate").click());
            var text = Files.readString(download.path());
            then(text)
                    .contains("BEWIJS VAN VERNIETIGING")
                    .contains("Dossiers: " + CASE)
                    .contains("Toegewezen verzoek om te wissen")
                    .contains("Voorgesteld door: Fatima el Amrani")
                    .contains("Goedgekeurd door: Karim Bouzid")
                    .doesNotContain("Tran")
                    .doesNotContain("999990019");
            // lines are in the log once they have a place in the tree
            var line = pieter.find("a:has-text('Logregel')").first();
            var address = line.getAttribute("href");
            for (int i = 0; i < 20 && pieter.find(".log-sentence").count() == 0; i++) {
                pieter.open(address);
            }
            pieter.see(".log-sentence", "vernietigde gegevens en hun sleutels");
        }
    }

    private void nothingIsLeftForNoor() {
        try (var noor = person("noor@waterdam.example", 0)) {
            noor.open("search?kind=BSN");
            noor.openCase(CASE);
            noor.openCategory("ID");
            then(noor.page().content()).doesNotContain("Tran (verzonnen)");
        }
    }

    /** Stops as an operator does, and starts again on the same data. */
    private void again() {
        product.close();
        product = RunningProduct.startOn(product.home(), RunningProduct.freePort(), QUICK);
    }

    /** What was searched for is found where somebody puts it. */
    private static void searchIsNotBlind(Traces traces, Path home) throws IOException {
        var planted = home.resolve("mariadb/tmp/planted");
        Files.writeString(planted, "x".repeat(5000) + "OTk5OTkwMDE5" + "x".repeat(5000));
        then(traces.inFiles(home)).containsExactly("999990019 base64 in mariadb/tmp/planted");
        Files.delete(planted);
    }

    private void theLogIsWhole() {
        try (var fatima = person("fatima@waterdam.example", 0)) {
            fatima.open("officer/verify").find(".verify-begin").click();
            fatima.see(".verify-whole");
        }
    }
}
