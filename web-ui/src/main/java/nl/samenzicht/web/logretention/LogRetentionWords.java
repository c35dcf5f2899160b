package nl.samenzicht.web.logretention;

import java.time.YearMonth;
import nl.samenzicht.domain.logretention.LogRetentionOverview.Card;
import nl.samenzicht.security.ledger.LogRemovals.Due;
import nl.samenzicht.web.Terms;

/** Months and room in the words of the reader. */
final class LogRetentionWords {
    private static final long MEGABYTE = 1_000_000;

    private LogRetentionWords() {}

    static String months(Due due) {
        return months(due.firstMonth(), due.lastMonth());
    }

    static String months(Card card) {
        return months(card.firstMonth(), card.lastMonth());
    }

    private static String months(YearMonth first, YearMonth last) {
        return first.equals(last)
                ? Terms.month(first)
                : Terms.text("log-retention.months", Terms.month(first), Terms.month(last));
    }

    /** Room, in whole megabytes and at least one. */
    static long megabytes(Due due) {
        return Math.max(1, due.bytes() / MEGABYTE);
    }
}
