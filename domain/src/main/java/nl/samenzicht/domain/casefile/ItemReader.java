package nl.samenzicht.domain.casefile;

import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.domain.casefile.Items.ReadItem;
import nl.samenzicht.security.access.AccessGrant;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.directory.ProfessionalId;
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
        return views(items.read(grant), grant);
    }

    /** All versions of one item of one's own, oldest first. */
    public List<ItemView> history(AccessGrant grant, ItemId item) {
        return views(items.history(grant, item), grant);
    }

    private List<ItemView> views(List<ReadItem> read, AccessGrant grant) {
        var own = grant.who().agency();
        var names = new Names(
                directory,
                read.stream()
                        .filter(item -> item.header().owner().equals(own))
                        .map(ReadItem::recordedBy)
                        .collect(toUnmodifiableSet()));
        return read.stream().map(item -> view(item, grant, names)).toList();
    }

    /**
     * One's own items as a recipient would see them: with the fields left out that the share withholds, and the obligations
     * that the rulebook lays on the recipient. Names of one's own professionals are not in it.
     */
    public List<ItemView> asRecipient(AccessGrant own, Set<String> withheld, Set<Obligation> obligations) {
        var names = new Names(directory, Set.of());
        return items.read(own).stream()
                .map(read -> view(read, false, Optional.empty(), withheld, obligations, names))
                .toList();
    }

    private ItemView view(ReadItem read, AccessGrant grant, Names names) {
        var granted = grant.of(read.header().id().value()).orElseThrow();
        var own = read.header().owner().equals(grant.who().agency());
        return view(read, own, granted.share(), granted.withheld(), granted.obligations(), names);
    }

    private ItemView view(
            ReadItem read,
            boolean own,
            Optional<UUID> share,
            Set<String> withheld,
            Set<Obligation> obligations,
            Names names) {
        return new ItemView(
                read.header().id(),
                read.header().kind(),
                read.version(),
                names.agency(read.header().owner()),
                own,
                share,
                Rendering.render(read.content(), withheld, obligations),
                own ? Optional.of(names.professional(read.recordedBy())) : Optional.empty(),
                read.recordedAt(),
                obligations,
                withheld,
                read.header().restricted(),
                read.header().policeCode(),
                own ? read.header().embargoUntil() : Optional.empty());
    }

    /** The names on one page, each asked once. */
    private static final class Names {
        private final Directory directory;
        private final Map<AgencyId, AgencyCard> agencies = new HashMap<>();
        private final Map<ProfessionalId, String> professionals;

        Names(Directory directory, Set<ProfessionalId> professionals) {
            this.directory = directory;
            this.professionals = directory.namesOf(professionals);
        }

        AgencyCard agency(AgencyId id) {
            return agencies.computeIfAbsent(id, directory::agency);
        }

        String professional(ProfessionalId id) {
            return Optional.ofNullable(professionals.get(id))
                    .orElseThrow(() -> new NoSuchElementException("professional " + id + " is not in the directory"));
        }
    }
}
