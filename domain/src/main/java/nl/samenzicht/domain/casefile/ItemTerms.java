package nl.samenzicht.domain.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.residence.Route;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.domain.store.InstantConverter;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.AccessGrant;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.access.ResourceRef;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.keys.KeyFailure;
import nl.samenzicht.security.keys.Sealer;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last days of the terms that items of residence speak of, kept beside their sealed content so that lists and warnings
 * need not open it. Which term it is lies sealed. Whether somebody may know of a term is still to be asked.
 */
@ApplicationScoped
public class ItemTerms {

    private static final Logger LOG = LoggerFactory.getLogger(ItemTerms.class);
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final String COLUMNS = "t.item_id, t.case_id, t.owner, t.last_day, t.what, t.recorded_on";

    private final EntityManager store;
    private final Sealer sealer;

    protected ItemTerms() {
        this(null, null);
    }

    @Inject
    public ItemTerms(@Casework EntityManager store, Sealer sealer) {
        this.store = store;
        this.sealer = sealer;
    }

    /**
     * A term that an item speaks of.
     *
     * @param owner the agency that recorded it
     * @param recordedOn the day in Amsterdam on which it was recorded or changed last
     */
    public record ItemTerm(
            ItemId item,
            CaseFileId caseFile,
            AgencyId owner,
            Route.Term term,
            LocalDate lastDay,
            LocalDate recordedOn) {

        /** Whether somebody could see the field that says it, now and for this purpose. Shows nothing and is not recorded. */
        public boolean shownBy(AccessGate gate, ActingProfessional who, Purpose purpose, Instant at) {
            var look = AccessRequest.of(
                    who,
                    Action.VIEW_SECTION,
                    new ResourceRef.OfItems(caseFile.value(), DataCategory.RESIDENCE, Set.of(item.value())),
                    purpose,
                    at);
            return gate.wouldShow(look).stream()
                    .anyMatch(shown -> !shown.withheld().contains(term.field()));
        }
    }

    void write(
            ItemId item,
            CaseFileId caseFile,
            DataCategory category,
            ItemKind kind,
            AgencyId owner,
            ItemContent content,
            Instant at) {
        if (category != DataCategory.RESIDENCE || kind != ItemKind.FIELDS) {
            return;
        }
        for (var deadline : Route.of(content.values()).deadlines()) {
            store.createNativeQuery("insert into item_term (id, item_id, case_id, owner, last_day, recorded_on, what)"
                            + " values (?,?,?,?,?,?,?)")
                    .setParameter(1, TimeOrderedId.next().toString())
                    .setParameter(2, item.value().toString())
                    .setParameter(3, caseFile.value().toString())
                    .setParameter(4, owner.value().toString())
                    .setParameter(5, deadline.lastDay().toString())
                    .setParameter(6, LocalDate.ofInstant(at, AMSTERDAM).toString())
                    .setParameter(
                            7,
                            sealer.seal(
                                    place(item, deadline.lastDay()),
                                    deadline.term().name().getBytes(UTF_8)))
                    .executeUpdate();
        }
    }

    void replace(
            ItemId item,
            CaseFileId caseFile,
            DataCategory category,
            ItemKind kind,
            AgencyId owner,
            ItemContent content,
            Instant at) {
        if (category == DataCategory.RESIDENCE) {
            store.createNativeQuery("delete from item_term where item_id = ?")
                    .setParameter(1, item.value().toString())
                    .executeUpdate();
            write(item, caseFile, category, kind, owner, content, at);
        }
    }

    /** The terms of one case, first ending first. */
    public List<ItemTerm> of(CaseFileId caseFile) {
        return terms(store.createNativeQuery(
                        "select " + COLUMNS + " from item_term t where t.case_id = ? order by t.last_day, t.id")
                .setParameter(1, caseFile.value().toString()));
    }

    /**
     * The terms that end on or before a day in cases that the grant's condition lets through, of items that the asker's
     * agency owns or was given; first ending first. Whether the asker may see each item is still to be asked.
     */
    public List<ItemTerm> ending(AccessGrant list, LocalDate until, int limit) {
        var where = CaseCondition.of(list, CaseFilter.everything());
        var agency = list.who().agency().value().toString();
        var query =
                store.createNativeQuery("select " + COLUMNS + " from item_term t join case_file c on c.id = t.case_id"
                        + " where t.last_day <= ? and c.status = 'OPEN' and (t.owner = ? or exists (select 1 from share s"
                        + " where s.case_id = t.case_id and s.recipient = ? and s.giver = t.owner"
                        + " and s.category = 'RESIDENCE' and s.state = 'ACCEPTED')) and " + where.sql()
                        + " order by t.last_day, t.id limit ?");
        int position = 1;
        query.setParameter(position++, until.toString());
        query.setParameter(position++, agency);
        query.setParameter(position++, agency);
        for (var parameter : where.parameters()) {
            query.setParameter(position++, parameter.value());
        }
        query.setParameter(position, limit);
        return terms(query);
    }

    /** A term of an open case, with the agency that leads the case. */
    public record LedTerm(ItemTerm term, AgencyId lead) {}

    /** The terms of open cases with a last day from {@code first} through {@code last}; for warning of them. */
    public List<LedTerm> between(LocalDate first, LocalDate last) {
        var query = store.createNativeQuery("select " + COLUMNS + ", c.lead_agency from item_term t"
                        + " join case_file c on c.id = t.case_id where c.status = 'OPEN' and t.last_day between ? and ?"
                        + " order by t.last_day, t.id")
                .setParameter(1, first.toString())
                .setParameter(2, last.toString());
        return rows(query).stream()
                .flatMap(row -> term(row).stream().map(term -> new LedTerm(term, agency(row[6]))))
                .toList();
    }

    /** Whether a warning was given. */
    public boolean warned(ItemTerm term, int days) {
        return !store.createNativeQuery(
                        "select 1 from item_term_warning where item_id = ? and last_day = ? and days = ?")
                .setParameter(1, term.item().value().toString())
                .setParameter(2, term.lastDay().toString())
                .setParameter(3, days)
                .getResultList()
                .isEmpty();
    }

    /** Notes that a warning is given; false when it was, also by another node that has not committed yet. */
    public boolean noteWarning(ItemTerm term, int days, Instant at) {
        return store.createNativeQuery(
                                "insert ignore into item_term_warning (item_id, last_day, days, warned_at) values (?,?,?,?)")
                        .setParameter(1, term.item().value().toString())
                        .setParameter(2, term.lastDay().toString())
                        .setParameter(3, days)
                        .setParameter(4, InstantConverter.column(at))
                        .executeUpdate()
                == 1;
    }

    private List<ItemTerm> terms(Query query) {
        return rows(query).stream().flatMap(row -> term(row).stream()).toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }

    /** A row whose seal does not open for its item and its day is not as we wrote it, and says nothing. */
    private Optional<ItemTerm> term(Object[] row) {
        var item = new ItemId(UUID.fromString(row[0].toString()));
        var lastDay = LocalDate.parse(row[3].toString());
        try {
            var what = new String(sealer.open(place(item, lastDay), (byte[]) row[4]), UTF_8);
            return Optional.of(new ItemTerm(
                    item,
                    new CaseFileId(UUID.fromString(row[1].toString())),
                    agency(row[2]),
                    Route.Term.valueOf(what),
                    lastDay,
                    LocalDate.parse(row[5].toString())));
        } catch (KeyFailure notOurs) {
            LOG.warn("The term of item {} is not as it was written and is passed over", item.value());
            return Optional.empty();
        }
    }

    private static AgencyId agency(Object value) {
        return new AgencyId(UUID.fromString(value.toString()));
    }

    private static String place(ItemId item, LocalDate lastDay) {
        return "term:" + item.value() + ":" + lastDay;
    }
}
