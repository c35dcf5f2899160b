package nl.samenzicht.domain.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.samenzicht.security.access.AccessGrant;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.policy.Obligation;

/** Reads items under a grant and brings them to the form in which somebody may see them. The one way from item to view. */
@ApplicationScoped
public class ItemReader {

    private final Items items;
    private final Directory directory;

    protected ItemReader() {
        this(null, null);
    }

    @Inject
    public ItemReader(Items items, Directory directory) {
        this.items = items;
        this.directory = directory;
    }

    /** The items that the grant covers, as its holder may see them. */
    public List<ItemView> read(AccessGrant grant) {
        return items.read(grant).stream().map(read -> view(read, grant)).toList();
    }

    /** All versions of one item of one's own, oldest first. */
    public List<ItemView> history(AccessGrant grant, ItemId item) {
        return items.history(grant, item).stream()
                .map(read -> view(read, grant))
                .toList();
    }

    /**
     * One's own items as a recipient would see them: with the fields left out that the share withholds, and the obligations
     * that the rulebook lays on the recipient. Names of one's own professionals are not in it.
     */
    public List<ItemView> asRecipient(AccessGrant own, Set<String> withheld, Set<Obligation> obligations) {
        return items.read(own).stream()
                .map(read -> view(read, false, Optional.empty(), withheld, obligations))
                .toList();
    }

    private ItemView view(Items.ReadItem read, AccessGrant grant) {
        var granted = grant.of(read.header().id().value()).orElseThrow();
        var own = read.header().owner().equals(grant.who().agency());
        return view(read, own, granted.share(), granted.withheld(), granted.obligations());
    }

    private ItemView view(
            Items.ReadItem read,
            boolean own,
            Optional<java.util.UUID> share,
            Set<String> withheld,
            Set<Obligation> obligations) {
        return new ItemView(
                read.header().id(),
                read.header().kind(),
                read.version(),
                directory.agency(read.header().owner()),
                own,
                share,
                Rendering.render(read.content(), withheld, obligations),
                own ? Optional.of(directory.professional(read.recordedBy()).displayName()) : Optional.empty(),
                read.recordedAt(),
                obligations,
                withheld,
                read.header().restricted(),
                read.header().policeCode(),
                own ? read.header().embargoUntil() : Optional.empty());
    }
}
