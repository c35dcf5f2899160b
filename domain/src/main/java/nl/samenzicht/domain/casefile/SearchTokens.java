package nl.samenzicht.domain.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.person.PartialDate;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.security.access.AccessGrant;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.keys.BlindIndex;
import nl.samenzicht.security.keys.BlindIndex.Kind;
import nl.samenzicht.security.keys.BlindToken;
import nl.samenzicht.security.policy.DataCategory;

/** Keeps keyed tokens of what can be searched for, so that the database finds equal values without knowing them. */
@ApplicationScoped
public class SearchTokens {

    private final EntityManager store;
    private final BlindIndex index;

    protected SearchTokens() {
        this(null, null);
    }

    @Inject
    public SearchTokens(@Casework EntityManager store, BlindIndex index) {
        this.store = store;
        this.index = index;
    }

    void write(ItemId item, CaseFileId caseFile, DataCategory category, AgencyId owner, ItemContent content) {
        if (category == DataCategory.SECRET_LOCATION) {
            return;
        }
        for (var field : FieldCatalogue.standard().of(category)) {
            var value = content.values().get(field.key());
            field.searchKind()
                    .map(Kind::valueOf)
                    .filter(kind -> value != null)
                    .ifPresent(kind -> tokens(kind, value)
                            .forEach(token -> store.createNativeQuery(
                                            "insert ignore into search_token (item_id, kind, token, owner, case_id) values (?,?,?,?,?)")
                                    .setParameter(1, item.value().toString())
                                    .setParameter(2, kind.name())
                                    .setParameter(3, token.bytes())
                                    .setParameter(4, owner.value().toString())
                                    .setParameter(5, caseFile.value().toString())
                                    .executeUpdate()));
        }
    }

    void replace(ItemId item, CaseFileId caseFile, DataCategory category, AgencyId owner, ItemContent content) {
        store.createNativeQuery("delete from search_token where item_id = ?")
                .setParameter(1, item.value().toString())
                .executeUpdate();
        write(item, caseFile, category, owner, content);
    }

    /** One item under which something that is searched for was stored. */
    record TokenHit(ItemId item, CaseFileId caseFile, DataCategory category) {}

    /**
     * The items that hold this value and that the asker's agency owns or was given, in cases that the grant's condition lets
     * through; at most {@code limit}. Whether the asker may see each of them is still to be asked.
     */
    List<TokenHit> holding(AccessGrant grant, Kind kind, String value, int limit) {
        var where = CaseCondition.of(grant, CaseFilter.everything());
        var tokens = index.candidates(kind, value);
        var marks = tokens.stream().map(token -> "?").collect(Collectors.joining(","));
        var agency = grant.who().agency().value().toString();
        var query = store.createNativeQuery("select distinct t.item_id, t.case_id, i.category"
                + " from search_token t join item i on i.id = t.item_id join case_file c on c.id = t.case_id"
                + " where t.kind = ? and t.token in (" + marks + ") and (t.owner = ? or exists (select 1 from share s"
                + " where s.case_id = t.case_id and s.recipient = ? and s.giver = t.owner and s.category = i.category"
                + " and s.state = 'ACCEPTED')) and " + where.sql() + " order by c.number desc limit ?");
        int position = 1;
        query.setParameter(position++, kind.name());
        for (var token : tokens) {
            query.setParameter(position++, token.bytes());
        }
        query.setParameter(position++, agency);
        query.setParameter(position++, agency);
        for (var parameter : where.parameters()) {
            query.setParameter(position++, parameter.value());
        }
        query.setParameter(position, limit);
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query.getResultList();
        return rows.stream()
                .map(row -> new TokenHit(
                        new ItemId(UUID.fromString(row[0].toString())),
                        new CaseFileId(UUID.fromString(row[1].toString())),
                        DataCategory.valueOf((String) row[2])))
                .toList();
    }

    private Set<BlindToken> tokens(Kind kind, String value) {
        var tokens = new LinkedHashSet<BlindToken>();
        switch (kind) {
            case NAME -> tokens.addAll(index.nameTokens(value));
            case BIRTH_DATE ->
                PartialDate.parse(value)
                        .filter(date -> date.day() != 0)
                        .ifPresent(date ->
                                tokens.add(index.token(kind, date.earliest().toString())));
            default -> tokens.add(index.token(kind, value));
        }
        return tokens;
    }
}
