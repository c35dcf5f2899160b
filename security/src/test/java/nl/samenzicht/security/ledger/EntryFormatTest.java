package nl.samenzicht.security.ledger;

import static org.assertj.core.api.BDDAssertions.then;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.samenzicht.security.directory.SessionId;
import nl.samenzicht.security.policy.Regime;
import nl.samenzicht.verifier.EntryFormat;
import org.junit.jupiter.api.Test;

/** The verifier has a reading of a line of its own; it must make the same leaf as the ledger does. */
class EntryFormatTest {

    @Property(tries = 300)
    void the_verifier_makes_the_leaf_of_the_ledger(
            @ForAll long random, @ForAll boolean flag, @ForAll byte[] sealed, @ForAll byte[] salt) {
        var code = flag
                ? null
                : "CODE-" + Long.toString(random & Long.MAX_VALUE, 36).toUpperCase(Locale.ROOT);
        var id = flag ? new UUID(random, ~random) : null;
        var event = LedgerEvent.of(
                        Instant.ofEpochSecond(random >>> 30, (random & 0xFFFFF) % 1_000_000 * 1_000),
                        "VIEW_SECTION",
                        new Actor(
                                LedgerFixture.NURSE,
                                LedgerFixture.CARE,
                                code,
                                code,
                                id == null ? null : new SessionId(id),
                                flag ? "::1" : null,
                                null))
                .outcome(flag ? Outcome.REFUSED : Outcome.PERMITTED)
                .lifeCycle(LifeCycle.READ)
                .purpose(code)
                .emergency(flag)
                .caseId(id)
                .personId(new UUID(1, random))
                .category(code)
                .regime(flag ? Regime.WPG : null)
                .item(new ItemRef(new UUID(5, random), 3, LedgerFixture.POLICE))
                .ground(code)
                .consentId(id)
                .rules(flag ? List.of() : List.of("D2-a", "D3-b"))
                .reason(code, flag ? "TOLD" : null)
                .build();
        var row = EntryRow.of(new UUID(random, 7), new EntryCode("K7Q2-41"), salt, event, flag ? sealed : null, bytes ->
                new byte[] {1});
        then(new EntryFormat().leafHash(row.salt(), row.values())).isEqualTo(row.leafHash());
    }

    @Test
    void a_line_has_the_columns_of_the_table_but_for_salt_and_mac() {
        var columns = new java.util.ArrayList<>(List.of(EntryRow.COLUMNS.split(",\\s*")));
        columns.removeAll(List.of("salt", "mac"));
        then(EntryFormat.FIELDS).isEqualTo(columns);
    }
}
