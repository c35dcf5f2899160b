package nl.samenzicht.domain.card;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import nl.samenzicht.domain.card.CaseCard.Look;
import nl.samenzicht.domain.casefile.CaseFileService;
import nl.samenzicht.domain.clock.ClockService;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.plan.DueActions;
import nl.samenzicht.domain.sharing.ShareService;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.access.AccessGrant;
import nl.samenzicht.security.access.SectionState;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.ledger.Looks;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;

/** Reads the card of a case with all that stands beside it, as one look. */
@ApplicationScoped
public class CaseCardService {

    private static final int LATEST_LOOKS = 5;

    private final CaseFileService caseFiles;
    private final ShareService shares;
    private final DueActions actions;
    private final ClockService clocks;
    private final Looks looks;
    private final Directory directory;

    protected CaseCardService() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public CaseCardService(
            CaseFileService caseFiles,
            ShareService shares,
            DueActions actions,
            ClockService clocks,
            Looks looks,
            Directory directory) {
        this.caseFiles = caseFiles;
        this.shares = shares;
        this.actions = actions;
        this.clocks = clocks;
        this.looks = looks;
        this.directory = directory;
    }

    /**
     * Reads the card of a case for a purpose.
     *
     * @throws AccessDenied when the case may not be seen, or not for this purpose
     */
    @Transactional
    public CaseCard read(CaseFileId caseFile, Purpose purpose) {
        var card = caseFiles.admitCard(caseFile, purpose);
        var overview = caseFiles.view(card);
        var given = shares.ofCase(card);
        var toDo = actions.open(card);
        return new CaseCard(overview, given, toDo, clocks.ofCase(card, overview, given, toDo), lately(caseFile, card));
    }

    /** Of a category that is not open to the asker it is not told either that others looked at it. */
    private List<Look> lately(CaseFileId caseFile, AccessGrant card) {
        var open = card.sections().entrySet().stream()
                .filter(section -> section.getValue() instanceof SectionState.Open)
                .map(Map.Entry::getKey)
                .map(DataCategory::name)
                .collect(toSet());
        return looks.lately(caseFile.value(), card.who().agency(), open, LATEST_LOOKS).stream()
                .map(look -> new Look(
                        look.at(), directory.agency(look.agency()), DataCategory.valueOf(look.category()), look.code()))
                .toList();
    }
}
