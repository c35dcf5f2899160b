package nl.samenzicht.web.sharing;

import java.util.Collection;
import java.util.stream.Collectors;
import nl.samenzicht.domain.casefile.ItemId;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.sharing.RequestView;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;

/** The addresses of sharing. They hold opaque numbers and codes only. */
public final class ShareNavigation {
    private ShareNavigation() {}

    /** Where a share of a category of one's own is composed. */
    public static String compose(CaseFileId caseFile, Purpose purpose, DataCategory category) {
        return "cases/" + caseFile.value() + "/share?purpose=" + purpose.code() + "&category=" + category.code();
    }

    /** Where a share of these items of one's own is composed. */
    public static String compose(
            CaseFileId caseFile, Purpose purpose, DataCategory category, Collection<ItemId> items) {
        return compose(caseFile, purpose, category)
                + "&items="
                + items.stream().map(item -> item.value().toString()).collect(Collectors.joining("."));
    }

    /** Where a share is composed in answer to a request, by somebody who works for {@code working}. */
    static String answering(RequestView request, Purpose working) {
        return compose(request.caseName().id(), working, request.category())
                + "&for=" + request.purpose().code()
                + "&to=" + request.asker().id().value()
                + "&request=" + request.id();
    }
}
