package nl.samenzicht.security.oversight;

import static org.assertj.core.api.BDDAssertions.then;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.directory.SessionId;
import nl.samenzicht.security.ledger.Actor;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.ledger.EntryId;
import nl.samenzicht.security.ledger.ItemRef;
import nl.samenzicht.security.ledger.LedgerEvent;
import nl.samenzicht.security.ledger.LoggedEntry;
import nl.samenzicht.security.ledger.Outcome;
import nl.samenzicht.security.policy.Regime;
import org.junit.jupiter.api.Test;

class AgencyLogTest {
    private static final AgencyId CARE = new AgencyId(new UUID(1, 1));
    private static final AgencyId POLICE = new AgencyId(new UUID(1, 2));
    private static final ItemRef CARES_ITEM = new ItemRef(new UUID(5, 1), 1, CARE);
    private static final ItemRef POLICES_ITEM = new ItemRef(new UUID(5, 2), 1, POLICE);

    @Test
    void who_was_refused_because_of_an_embargo_does_not_learn_of_it_from_the_log() {
        // given
        var refused = by(CARE, "CARE_PROVIDER")
                .outcome(Outcome.REFUSED)
                .holder(POLICE)
                .rules(List.of("GUARD-EMBARGO"))
                .reason("POLICE_EMBARGO", "NOTHING_HERE")
                .build();
        // when
        var seen = AgencyLog.asSeenBy(CARE, AgencyType.CARE_PROVIDER, entry(refused, true, false))
                .event();
        // then
        then(seen.reasonTrue()).isEqualTo("NOTHING_HERE");
        then(seen.rules()).isEmpty();
        then(seen.holders()).isEmpty();
        then(seen.outcome()).isEqualTo(Outcome.REFUSED);
        // and the police, who put it there, see all of it
        then(AgencyLog.asSeenBy(POLICE, AgencyType.POLICE, entry(refused, false, true))
                        .event()
                        .reasonTrue())
                .isEqualTo("POLICE_EMBARGO");
    }

    @Test
    void a_reason_that_was_told_stands_in_the_log() {
        var refused = by(CARE, "CARE_PROVIDER")
                .outcome(Outcome.REFUSED)
                .rules(List.of("R-7"))
                .reason("CONSENT_WITHDRAWN", "CONSENT_WITHDRAWN")
                .build();
        then(AgencyLog.asSeenBy(CARE, AgencyType.CARE_PROVIDER, entry(refused, true, false))
                        .event())
                .isEqualTo(refused);
    }

    @Test
    void only_own_acts_that_are_shown_in_full_go_out_in_full() {
        var own = by(CARE, "CARE_PROVIDER").outcome(Outcome.PERMITTED).build();
        then(AgencyLog.isWhole(CARE, AgencyType.CARE_PROVIDER, entry(own, true, false)))
                .isTrue();
        then(AgencyLog.isWhole(POLICE, AgencyType.POLICE, entry(own, false, true)))
                .isFalse();
        var told = by(CARE, "CARE_PROVIDER")
                .outcome(Outcome.REFUSED)
                .reason("CONSENT_WITHDRAWN", "CONSENT_WITHDRAWN")
                .build();
        then(AgencyLog.isWhole(CARE, AgencyType.CARE_PROVIDER, entry(told, true, false)))
                .isTrue();
    }

    @Test
    void a_refusal_told_as_nothing_here_goes_out_closed_whatever_lies_behind_it() {
        for (var truth : List.of("POLICE_EMBARGO", "SECRET_LOCATION", "NOTHING_HERE")) {
            var refused = by(CARE, "CARE_PROVIDER")
                    .outcome(Outcome.REFUSED)
                    .reason(truth, "NOTHING_HERE")
                    .build();
            then(AgencyLog.isWhole(CARE, AgencyType.CARE_PROVIDER, entry(refused, true, false)))
                    .as(truth)
                    .isFalse();
            then(AgencyLog.isWhole(CARE, AgencyType.CARE_PROVIDER, entry(refused, true, true)))
                    .as(truth)
                    .isFalse();
        }
    }

    @Test
    void another_agency_sees_that_the_police_looked_at_its_data_but_not_who_nor_what_else() {
        // given
        var look = by(POLICE, "POLICE")
                .outcome(Outcome.PERMITTED)
                .regime(Regime.WPG)
                .items(List.of(CARES_ITEM, POLICES_ITEM))
                .build();
        // when
        var seen = AgencyLog.asSeenBy(CARE, AgencyType.CARE_PROVIDER, entry(look, false, true))
                .event();
        // then
        then(seen.actor().professional()).isNull();
        then(seen.actor().agency()).isEqualTo(POLICE);
        then(seen.actor().session()).isNull();
        then(seen.actor().accessPoint()).isNull();
        then(seen.items()).containsExactly(CARES_ITEM);
        then(seen.holders()).containsExactly(CARE);
    }

    @Test
    void network_addresses_are_for_the_agency_whose_people_they_are_of() {
        var look = by(CARE, "CARE_PROVIDER")
                .outcome(Outcome.PERMITTED)
                .item(CARES_ITEM)
                .build();
        then(AgencyLog.asSeenBy(CARE, AgencyType.CARE_PROVIDER, entry(look, true, true))
                        .event()
                        .actor()
                        .accessPoint())
                .isEqualTo("10.0.0.1");
        var elsewhere = AgencyLog.asSeenBy(POLICE, AgencyType.POLICE, entry(look, false, true))
                .event();
        then(elsewhere.actor().accessPoint()).isNull();
        then(elsewhere.actor().session()).isNull();
        then(elsewhere.actor().professional()).isNotNull();
        then(elsewhere.items()).containsExactly(CARES_ITEM);
    }

    private static LedgerEvent.Builder by(AgencyId agency, String type) {
        var actor = new Actor(
                new ProfessionalId(new UUID(2, 1)),
                agency,
                type,
                "FUNCTION",
                new SessionId(new UUID(3, 1)),
                "10.0.0.1",
                null);
        return LedgerEvent.of(Instant.parse("2026-11-23T10:00:00Z"), "VIEW_SECTION", actor);
    }

    private static LoggedEntry entry(LedgerEvent event, boolean actor, boolean holder) {
        return new LoggedEntry(
                1,
                new EntryId(new UUID(9, 9)),
                new EntryCode("K7Q2-41"),
                OptionalLong.of(1),
                event,
                actor,
                holder,
                false);
    }
}
