package nl.samenzicht.web.casefile;

import nl.samenzicht.domain.card.CaseCard;
import nl.samenzicht.domain.casefile.CaseOverview;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;

/** Where somebody stands on the page of a case; what a feature needs to act there and to have it shown. */
public interface CasePlace {
    CaseFileId caseFile();

    /** The purpose that is worked for on this page. */
    Purpose purpose();

    /** The card as it was last read, with what stands beside it; null when it could not be read. */
    CaseCard card();

    /** The head of that card. */
    default CaseOverview overview() {
        return card() == null ? null : card().overview();
    }

    /** Reads the card again and opens the category that was open again; after an act that changed something. */
    void refresh();

    /** Opens a category. */
    void open(DataCategory category);

    /** Goes on with this case for another purpose. */
    void choose(Purpose purpose);
}
