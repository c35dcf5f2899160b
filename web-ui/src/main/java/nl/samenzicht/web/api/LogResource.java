package nl.samenzicht.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import nl.samenzicht.domain.officer.LogQuestion;
import nl.samenzicht.domain.officer.OfficerService;
import nl.samenzicht.security.ledger.LogFilter;
import nl.samenzicht.security.ledger.LogPosition;
import nl.samenzicht.security.ledger.Outcome;
import nl.samenzicht.security.policy.Action;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The log of the asker's agency, for those whose function reads it. Looking at the log is on record as well. */
@Path("log")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Log")
public class LogResource {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private final OfficerService officers;

    protected LogResource() {
        this(null);
    }

    @Inject
    public LogResource(OfficerService officers) {
        this.officers = officers;
    }

    /** A page of the log, newest first. */
    @GET
    @Operation(summary = "Shows a page of the log of your organisation, for privacy officers")
    public LogJson.Page page(
            @QueryParam("case") @Parameter(description = "Number of a case, such as SZ-001042") String caseNumber,
            @QueryParam("action") String action,
            @QueryParam("outcome") String outcome,
            @QueryParam("from") @Parameter(description = "First day, in Amsterdam") String from,
            @QueryParam("until") @Parameter(description = "Last day, in Amsterdam") String until,
            @QueryParam("after") @Parameter(description = "The next of an earlier page") String after) {
        var filter = LogFilter.where()
                .action(Asked.optionalCode(Action.class, action).map(Enum::name).orElse(null))
                .outcome(Asked.optionalCode(Outcome.class, outcome).orElse(null))
                .from(
                        from == null
                                ? null
                                : Asked.day(from).atStartOfDay(AMSTERDAM).toInstant())
                .until(until == null ? null : Asked.through(until))
                .build();
        var question = new LogQuestion(
                filter, Optional.ofNullable(caseNumber).filter(number -> number.length() <= 20), Optional.empty());
        return LogJson.Page.of(
                officers.page(question, Optional.ofNullable(after).map(LogResource::place)));
    }

    private static LogPosition place(String written) {
        var parts = written.split("_", 2);
        try {
            return new LogPosition(Instant.parse(parts[0]), Long.parseLong(parts[1]));
        } catch (DateTimeParseException | NumberFormatException | ArrayIndexOutOfBoundsException unreadable) {
            throw new UnreadableQuestion("after-unreadable", "api.after.unreadable");
        }
    }
}
