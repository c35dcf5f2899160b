package nl.samenzicht.web.api;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.domain.casefile.CaseOverview;
import nl.samenzicht.domain.casefile.CasePage;
import nl.samenzicht.domain.casefile.CaseRow;
import nl.samenzicht.domain.casefile.PartyView;
import nl.samenzicht.security.access.SectionState;
import nl.samenzicht.security.policy.DataCategory;

/** Cases as the interface writes them: numbers, code names and states, no content. */
public final class CaseJson {

    private CaseJson() {}

    /** By which a case is known. */
    public record Name(String id, String number, String codeName) {
        static Name of(CaseName name) {
            return new Name(name.id().value().toString(), name.number(), name.codeName());
        }
    }

    /** One case in a list. */
    public record Listed(Name name, String framework, String status, AgencyJson lead, boolean weLead, String openedAt) {
        static Listed of(CaseRow row) {
            return new Listed(
                    Name.of(row.name()),
                    row.framework().name(),
                    row.status().name(),
                    AgencyJson.of(row.lead()),
                    row.weLead(),
                    row.openedAt().toString());
        }
    }

    /** A page of a list. */
    public record Page(String purpose, List<Listed> cases, long total) {
        static Page of(String purpose, CasePage page) {
            return new Page(purpose, page.rows().stream().map(Listed::of).toList(), page.total());
        }
    }

    /** One party of a case. */
    public record Party(
            AgencyJson agency,
            String professional,
            String part,
            String purpose,
            String from,
            String until,
            boolean active) {
        static Party of(PartyView party) {
            return new Party(
                    AgencyJson.of(party.agency()),
                    party.professional().map(card -> card.displayName()).orElse(null),
                    party.part().name(),
                    party.purpose().code(),
                    party.from().toString(),
                    party.until().toString(),
                    party.active());
        }
    }

    /**
     * How one category stands for the asker.
     *
     * @param state {@code OPEN}, {@code EMPTY} or {@code REFUSED}
     * @param reason the told reason of a refusal
     */
    public record Category(String category, String state, int own, int shared, String reason) {
        static Category of(DataCategory category, SectionState state) {
            if (state instanceof SectionState.Open open) {
                return new Category(category.code(), "OPEN", open.own(), open.shared(), null);
            }
            return state instanceof SectionState.Refused refused
                    ? new Category(
                            category.code(), "REFUSED", 0, 0, refused.told().name())
                    : new Category(category.code(), "EMPTY", 0, 0, null);
        }
    }

    /** The card of a case. */
    public record Card(
            Name name,
            String purpose,
            String framework,
            String protocol,
            String frameworkUntil,
            String status,
            AgencyJson lead,
            boolean weLead,
            String openedAt,
            String closedAt,
            boolean emergency,
            List<Party> parties,
            List<Category> categories,
            List<String> acts,
            String logEntry) {
        static Card of(CaseOverview card) {
            return new Card(
                    Name.of(card.name()),
                    card.purpose().code(),
                    card.cooperation().framework().name(),
                    card.cooperation().protocol(),
                    card.cooperation().until().map(Object::toString).orElse(null),
                    card.status().name(),
                    AgencyJson.of(card.lead()),
                    card.weLead(),
                    card.openedAt().toString(),
                    card.closedAt().map(Object::toString).orElse(null),
                    card.emergency(),
                    card.parties().stream().map(Party::of).toList(),
                    card.sections().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(entry -> Category.of(entry.getKey(), entry.getValue()))
                            .toList(),
                    card.acts().stream()
                            .sorted(Comparator.naturalOrder())
                            .map(Enum::name)
                            .toList(),
                    card.entry().value());
        }
    }
}
