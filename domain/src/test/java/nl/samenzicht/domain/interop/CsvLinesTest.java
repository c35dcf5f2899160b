package nl.samenzicht.domain.interop;

import static org.assertj.core.api.BDDAssertions.then;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.samenzicht.domain.csv.CsvFile;
import nl.samenzicht.domain.officer.LinesPart;
import nl.samenzicht.domain.officer.LogLine;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.ledger.Actor;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.ledger.EntryId;
import nl.samenzicht.security.ledger.LedgerEvent;
import nl.samenzicht.security.ledger.LoggedEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLinesTest {

    @ParameterizedTest(name = "a cell that begins as {0} is not run by a spreadsheet")
    @ValueSource(strings = {"=1+1", "+31612345678", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void a_cell_never_begins_as_a_formula(String value) {
        then(CsvFile.cell(value)).startsWith("\"'").endsWith("\"");
    }

    @Property
    void whatever_stands_in_a_cell_is_read_back_as_one_cell(@ForAll String value) {
        var cells = parse(CsvFile.cell(value) + "," + CsvFile.cell("end") + "\r\n");
        then(cells).hasSize(1);
        then(cells.get(0)).hasSize(2);
        then(cells.get(0).get(0)).isIn(value, "'" + value);
    }

    @Test
    void a_name_that_is_a_formula_is_written_as_text_and_the_row_stays_whole() {
        // given
        var csv = new CsvLines();
        var line = line("=HYPERLINK(\"http://evil\",\"klik\")", "Zorg, \"Hulp\" & Co");
        // when
        var text = csv.heading() + csv.written(new LinesPart.Line(line, Optional.empty()));
        var rows = parse(text.substring(1));
        // then
        then(text).startsWith("\uFEFF");
        then(rows).hasSize(2);
        then(rows.get(1)).hasSameSizeAs(rows.get(0));
        then(rows.get(1)).contains("'=HYPERLINK(\"http://evil\",\"klik\")", "Zorg, \"Hulp\" & Co", "K7Q2-41");
        then(rows.get(1).get(rows.get(0).indexOf("time_utc"))).isEqualTo("2026-11-23T10:00:00Z");
    }

    private static LogLine line(String who, String agency) {
        var id = new AgencyId(new UUID(1, 1));
        var event = LedgerEvent.of(
                        Instant.parse("2026-11-23T10:00:00Z"),
                        "VIEW_SECTION",
                        new Actor(null, id, "CARE_PROVIDER", "CARE_WORKER", null, null, null))
                .build();
        var entry = new LoggedEntry(
                1,
                new EntryId(new UUID(9, 9)),
                new EntryCode("K7Q2-41"),
                OptionalLong.of(7),
                event,
                true,
                false,
                false);
        return new LogLine(
                entry,
                Optional.of(who),
                Optional.of(new AgencyCard(id, agency, AgencyType.CARE_PROVIDER, true)),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** A reader of RFC 4180, written from its grammar. */
    private static List<List<String>> parse(String text) {
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == ',') {
                row.add(cell.toString());
                cell.setLength(0);
            } else if (!quoted && c == '\r' && text.charAt(i + 1) == '\n') {
                row.add(cell.toString());
                cell.setLength(0);
                rows.add(List.copyOf(row));
                row.clear();
                i++;
            } else {
                cell.append(c);
            }
        }
        return rows;
    }
}
