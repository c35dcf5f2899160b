package nl.samenzicht.domain.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashSet;
import java.util.Set;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.person.PartialDate;
import nl.samenzicht.domain.store.Casework;
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
