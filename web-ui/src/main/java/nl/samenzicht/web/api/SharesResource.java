package nl.samenzicht.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.samenzicht.domain.casefile.ItemId;
import nl.samenzicht.domain.consent.ConsentId;
import nl.samenzicht.domain.sharing.EndReason;
import nl.samenzicht.domain.sharing.ShareDraft;
import nl.samenzicht.domain.sharing.ShareId;
import nl.samenzicht.domain.sharing.ShareService;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.policy.Ground;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shares: what comes in and what goes out, offering one and ending one. */
@Path("shares")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sharing")
public class SharesResource {

    private static final int LONGEST_MESSAGE = 2_000;

    private final ShareService shares;

    protected SharesResource() {
        this(null);
    }

    @Inject
    public SharesResource(ShareService shares) {
        this.shares = shares;
    }

    /** Everything that one's own agency gives and receives. */
    @GET
    @Operation(summary = "Lists what is shared with you and by you")
    public ShareJson.Directory directory(
            @QueryParam("purpose") @Parameter(required = true, description = "Code such as D2") String purpose) {
        var working = Asked.purpose(purpose);
        return ShareJson.Directory.of(working.code(), shares.directory(working));
    }

    /** Offers a share; the recipient sees nothing before they accept it. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Offers a share; the recipient answers before anything can be seen")
    public Response offer(ShareJson.Offer offer) {
        var made = shares.offer(draft(Asked.required(offer, "offer")));
        return Response.status(Response.Status.CREATED)
                .entity(new ShareJson.Offered(made.value().toString()))
                .build();
    }

    private static ShareDraft draft(ShareJson.Offer offer) {
        var items = offer.items() == null ? List.<String>of() : offer.items();
        if (offer.standing() != items.isEmpty()) {
            throw new UnreadableQuestion("items-or-standing", "api.share.items-or-standing");
        }
        var message = Optional.ofNullable(offer.message()).filter(words -> !words.isBlank());
        if (message.map(String::length).orElse(0) > LONGEST_MESSAGE) {
            throw new UnreadableQuestion("too-long", "field.error.too-long", LONGEST_MESSAGE);
        }
        return new ShareDraft(
                Asked.caseFile(Asked.required(offer.caseFile(), "caseFile")),
                Asked.category(Asked.required(offer.category(), "category")),
                offer.standing(),
                items.stream().map(Asked::id).map(ItemId::new).collect(Collectors.toCollection(LinkedHashSet::new)),
                offer.withheld() == null ? new LinkedHashSet<>() : new LinkedHashSet<>(offer.withheld()),
                new AgencyId(Asked.id(Asked.required(offer.recipient(), "recipient"))),
                Optional.ofNullable(offer.recipientProfessional()).map(id -> new ProfessionalId(Asked.id(id))),
                Asked.purpose(offer.purpose()),
                Asked.code(Ground.class, Asked.required(offer.ground(), "ground")),
                Optional.ofNullable(offer.consent()).map(id -> new ConsentId(Asked.id(id))),
                Optional.ofNullable(offer.provision()).map(Asked::id),
                message,
                Asked.through(Asked.required(offer.lastDay(), "lastDay")));
    }

    /** Ends a share that one's own agency gave; tells what had been read already. */
    @POST
    @Path("{id}/end")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Ends a share at once, and tells what was already read")
    public ShareJson.Ended end(
            @PathParam("id") String id,
            @QueryParam("purpose") @Parameter(required = true, description = "Code such as D2") String purpose,
            ShareJson.End end) {
        var reason = Asked.code(
                EndReason.class, Asked.required(Asked.required(end, "end").reason(), "reason"));
        if (reason != EndReason.NO_LONGER_NEEDED && reason != EndReason.SHARED_BY_MISTAKE) {
            throw new UnreadableQuestion("code-unknown", "api.code.unknown", "[NO_LONGER_NEEDED, SHARED_BY_MISTAKE]");
        }
        return ShareJson.Ended.of(shares.end(new ShareId(Asked.id(id)), reason, Asked.purpose(purpose)));
    }
}
