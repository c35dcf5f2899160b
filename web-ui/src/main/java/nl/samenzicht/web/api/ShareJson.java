package nl.samenzicht.web.api;

import java.util.List;
import nl.samenzicht.domain.sharing.EndedShare;
import nl.samenzicht.domain.sharing.ShareView;

/** Shares as the interface writes them, without content. */
public final class ShareJson {

    private ShareJson() {}

    /** One share as giver or recipient sees it. */
    public record Listed(
            String id,
            CaseJson.Name caseName,
            boolean outgoing,
            AgencyJson giver,
            AgencyJson recipient,
            String recipientProfessional,
            String category,
            boolean standing,
            int itemCount,
            String purpose,
            String ground,
            String message,
            String answer,
            String state,
            String offeredAt,
            String until,
            String endedAt,
            String endedReason,
            boolean mayAnswer) {
        static Listed of(ShareView share) {
            return new Listed(
                    share.id().value().toString(),
                    CaseJson.Name.of(share.caseName()),
                    share.outgoing(),
                    AgencyJson.of(share.giver()),
                    AgencyJson.of(share.recipient()),
                    share.recipientProfessional()
                            .map(card -> card.displayName())
                            .orElse(null),
                    share.category().code(),
                    share.standing(),
                    share.itemCount(),
                    share.purpose().code(),
                    share.ground().name(),
                    share.message().orElse(null),
                    share.answer().orElse(null),
                    share.current().name(),
                    share.offeredAt().toString(),
                    share.until().toString(),
                    share.endedAt().map(Object::toString).orElse(null),
                    share.endedReason().map(Enum::name).orElse(null),
                    share.mayAnswer());
        }
    }

    /** What comes in and what goes out. */
    public record Directory(String purpose, List<Listed> incoming, List<Listed> outgoing) {
        static Directory of(String purpose, List<ShareView> shares) {
            return new Directory(
                    purpose,
                    shares.stream()
                            .filter(share -> !share.outgoing())
                            .map(Listed::of)
                            .toList(),
                    shares.stream().filter(ShareView::outgoing).map(Listed::of).toList());
        }
    }

    /**
     * A share to offer.
     *
     * @param standing whether it takes in all own items of the category, later ones too; then {@code items} is empty
     * @param withheld keys of fields to leave out
     * @param consent the consent that it rests on, when that is the ground
     * @param provision the provision decision, for police data
     * @param lastDay the last day on which it holds, in Amsterdam
     */
    public record Offer(
            String caseFile,
            String category,
            boolean standing,
            List<String> items,
            List<String> withheld,
            String recipient,
            String recipientProfessional,
            String purpose,
            String ground,
            String consent,
            String provision,
            String message,
            String lastDay) {}

    /** The share that was offered. */
    public record Offered(String id) {}

    /** Why a share ends: {@code NO_LONGER_NEEDED} or {@code SHARED_BY_MISTAKE}. */
    public record End(String reason) {}

    /** What the recipient had read when it ended. */
    public record Ended(String id, List<Look> alreadyRead) {
        static Ended of(EndedShare ended) {
            return new Ended(
                    ended.id().value().toString(),
                    ended.looks().stream()
                            .map(look -> new Look(
                                    look.at().toString(),
                                    look.who(),
                                    look.entry().value()))
                            .toList());
        }
    }

    /** One look at what was shared. */
    public record Look(String at, String who, String logEntry) {}
}
