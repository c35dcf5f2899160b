package nl.samenzicht.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.domain.casefile.CaseFileService;
import nl.samenzicht.domain.casefile.CaseFilter;
import nl.samenzicht.domain.casefile.CaseStatus;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.consent.ConsentService;
import nl.samenzicht.domain.sharing.ShareService;
import nl.samenzicht.security.policy.Framework;
import nl.samenzicht.web.api.ContentJson.NewItem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Case files: the list, the card, one category at a time. */
@Path("cases")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Case files")
public class CasesResource {

    private static final int MOST = 100;

    private final CaseFileService caseFiles;
    private final ShareService shares;
    private final ConsentService consents;

    protected CasesResource() {
        this(null, null, null);
    }

    @Inject
    public CasesResource(CaseFileService caseFiles, ShareService shares, ConsentService consents) {
        this.caseFiles = caseFiles;
        this.shares = shares;
        this.consents = consents;
    }

    /** One page of the cases that the asker could open now for this purpose. */
    @GET
    @Operation(summary = "Lists the cases that you can open now for a purpose")
    public CaseJson.Page list(
            @QueryParam("purpose") @Parameter(required = true, description = "Code such as D2") String purpose,
            @QueryParam("status") @Parameter(description = "OPEN or CLOSED; both when left out") String status,
            @QueryParam("framework") String framework,
            @QueryParam("onlyLead") @DefaultValue("false") boolean onlyLead,
            @QueryParam("text") @Parameter(description = "Part of a number or code name") String text,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("limit") @DefaultValue("50") @Parameter(description = "100 at most") int limit) {
        var working = Asked.purpose(purpose);
        var filter = new CaseFilter(
                Asked.optionalCode(CaseStatus.class, status),
                onlyLead,
                Asked.optionalCode(Framework.class, framework),
                Optional.ofNullable(text));
        return CaseJson.Page.of(
                working.code(),
                caseFiles.list(
                        filter, working, Asked.between(0, offset, Integer.MAX_VALUE), Asked.between(1, limit, MOST)));
    }

    /** The card of a case. */
    @GET
    @Path("{id}")
    @Operation(summary = "Shows the card of a case, with how each category stands for you")
    public CaseJson.Card card(
            @PathParam("id") String id,
            @QueryParam("purpose") @Parameter(required = true, description = "Code such as D2") String purpose) {
        return CaseJson.Card.of(caseFiles.view(Asked.caseFile(id), Asked.purpose(purpose)));
    }

    /** One category of a case; when there is nothing to see it answers like a case that does not exist. */
    @GET
    @Path("{id}/categories/{category}")
    @Operation(summary = "Opens one category of a case for a purpose; this is on record")
    public ContentJson.Section open(
            @PathParam("id") String id,
            @PathParam("category") @Parameter(description = "Code such as SIG") String category,
            @QueryParam("purpose") @Parameter(required = true, description = "Code such as D2") String purpose) {
        var section = caseFiles.open(Asked.caseFile(id), Asked.category(category), Asked.purpose(purpose));
        if (section.items().isEmpty()) {
            throw new NothingHere(section.entry());
        }
        return ContentJson.Section.of(section);
    }

    /** Records an item of one's own agency. */
    @POST
    @Path("{id}/categories/{category}/items")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Records an item of your own organisation")
    public Response record(
            @PathParam("id") String id,
            @PathParam("category") @Parameter(description = "Code such as SIG") String category,
            @QueryParam("purpose") @Parameter(required = true, description = "Code such as D2") String purpose,
            NewItem item) {
        var kind = Asked.code(
                ItemKind.class, Asked.required(Asked.required(item, "item").kind(), "kind"));
        if (kind != ItemKind.FIELDS && kind != ItemKind.NOTE) {
            throw new UnreadableQuestion("code-unknown", "api.code.unknown", "[FIELDS, NOTE]");
        }
        var recorded = caseFiles.record(
                Asked.caseFile(id),
                Asked.category(category),
                kind,
                Asked.required(item.values(), "values"),
                Asked.purpose(purpose));
        return Response.status(Response.Status.CREATED)
                .entity(new ContentJson.Recorded(recorded.value().toString()))
                .build();
    }

    /** The shares of a case that one's own agency gives or receives. */
    @GET
    @Path("{id}/shares")
    @Operation(summary = "Lists what is shared in a case, by you and with you")
    public ShareJson.Directory shares(
            @PathParam("id") String id,
            @QueryParam("purpose") @Parameter(required = true, description = "Code such as D2") String purpose) {
        var working = Asked.purpose(purpose);
        return ShareJson.Directory.of(working.code(), shares.ofCase(Asked.caseFile(id), working));
    }

    /** The consents and refusals of a case. */
    @GET
    @Path("{id}/consents")
    @Operation(summary = "Lists the consents of a case, refusals and withdrawals too")
    public List<ConsentJson> consents(
            @PathParam("id") String id,
            @QueryParam("purpose") @Parameter(required = true, description = "Code such as D2") String purpose) {
        return consents.of(Asked.caseFile(id), Asked.purpose(purpose)).stream()
                .map(ConsentJson::of)
                .toList();
    }
}
