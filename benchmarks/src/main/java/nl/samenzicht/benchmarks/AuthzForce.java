package nl.samenzicht.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.samenzicht.security.policy.AuthzWorkload;
import nl.samenzicht.security.policy.Dimension;
import nl.samenzicht.security.policy.Emergency;
import nl.samenzicht.security.policy.Rule;
import nl.samenzicht.security.policy.Rulebook;
import oasis.names.tc.xacml._3_0.core.schema.wd_17.DecisionType;
import org.ow2.authzforce.core.pdp.api.AttributeFqn;
import org.ow2.authzforce.core.pdp.api.AttributeFqns;
import org.ow2.authzforce.core.pdp.api.DecisionRequest;
import org.ow2.authzforce.core.pdp.api.DecisionRequestBuilder;
import org.ow2.authzforce.core.pdp.api.value.AttributeDatatype;
import org.ow2.authzforce.core.pdp.api.value.AttributeValue;
import org.ow2.authzforce.core.pdp.api.value.Bags;
import org.ow2.authzforce.core.pdp.api.value.BooleanValue;
import org.ow2.authzforce.core.pdp.api.value.IntegerValue;
import org.ow2.authzforce.core.pdp.api.value.StandardDatatypes;
import org.ow2.authzforce.core.pdp.api.value.StringValue;
import org.ow2.authzforce.core.pdp.impl.BasePdpEngine;
import org.ow2.authzforce.core.pdp.impl.PdpEngineConfiguration;

/**
 * The same rules in AuthzForce, the XACML 3.0 engine, through its native interface.
 *
 * <p>One policy with deny-overrides and a rule per rule. It answers permit or not, without saying which
 * rules determined that: less work than the product's decision does, which is to its advantage here.
 */
final class AuthzForce implements AutoCloseable {

    private static final String CATEGORY = "urn:oasis:names:tc:xacml:3.0:attribute-category:environment";
    private static final String STRING = "http://www.w3.org/2001/XMLSchema#string";
    private static final String INTEGER = "http://www.w3.org/2001/XMLSchema#integer";
    private static final String BOOLEAN = "http://www.w3.org/2001/XMLSchema#boolean";

    private static final Map<Dimension, String> COLUMNS = Map.of(
            Dimension.AGENCY_TYPE, "agency",
            Dimension.FUNCTION, "role",
            Dimension.CATEGORY, "category",
            Dimension.ACTION, "action",
            Dimension.GROUND, "legalBasis",
            Dimension.CONSENT, "consent",
            Dimension.PARTICIPATION, "participation");

    private final BasePdpEngine engine;

    AuthzForce(Rulebook rulebook) throws IOException {
        var folder = Files.createTempDirectory("authzforce");
        var policy = folder.resolve("policy.xml");
        Files.writeString(policy, policy(rulebook));
        var configuration = folder.resolve("pdp.xml");
        Files.writeString(configuration, configuration(policy));
        this.engine = new BasePdpEngine(PdpEngineConfiguration.getInstance(configuration.toString()));
        Files.delete(policy);
        Files.delete(configuration);
        Files.delete(folder);
    }

    boolean permits(DecisionRequest request) {
        var decision = engine.evaluate(request).getDecision();
        if (decision == DecisionType.INDETERMINATE) {
            throw new IllegalStateException("AuthzForce could not decide");
        }
        return decision == DecisionType.PERMIT;
    }

    DecisionRequest requestOf(AuthzWorkload.Row row) {
        var builder = engine.newRequestBuilder(1, 12);
        for (var column : COLUMNS.values()) {
            text(builder, column, row.text(column));
        }
        text(builder, "purpose", row.text("purpose"));
        for (var column : Set.of("partFrom", "partUntil", "now")) {
            put(builder, column, StandardDatatypes.INTEGER, IntegerValue.valueOf(Long.parseLong(row.text(column))));
        }
        put(
                builder,
                "breakGlass",
                StandardDatatypes.BOOLEAN,
                BooleanValue.valueOf(Boolean.parseBoolean(row.text("breakGlass"))));
        return builder.build(false);
    }

    private static void text(DecisionRequestBuilder<?> builder, String name, String value) {
        put(builder, name, StandardDatatypes.STRING, new StringValue(value));
    }

    private static <V extends AttributeValue> void put(
            DecisionRequestBuilder<?> builder, String name, AttributeDatatype<V> type, V value) {
        builder.putNamedAttributeIfAbsent(fqn(name), Bags.singletonAttributeBag(type, value));
    }

    private static AttributeFqn fqn(String name) {
        return AttributeFqns.newInstance(CATEGORY, Optional.empty(), name);
    }

    private static String configuration(Path policy) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <pdp xmlns="http://authzforce.github.io/core/xmlns/pdp/8" version="8.1"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                  <policyProvider id="rules" xsi:type="StaticPolicyProvider">
                    <policyLocation>%s</policyLocation>
                  </policyProvider>
                  <rootPolicyRef>rules</rootPolicyRef>
                </pdp>
                """.formatted(policy.toUri());
    }

    private static String policy(Rulebook rulebook) {
        var rules = new StringBuilder();
        rulebook.rules().forEach(rule -> rules.append(rule(rule, rulebook)));
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Policy xmlns="urn:oasis:names:tc:xacml:3.0:core:schema:wd-17" PolicyId="rules" Version="1.0"
                    RuleCombiningAlgId="urn:oasis:names:tc:xacml:3.0:rule-combining-algorithm:deny-overrides">
                  <Target/>
                %s</Policy>
                """.formatted(rules);
    }

    private static String rule(Rule rule, Rulebook rulebook) {
        var target = new StringBuilder();
        COLUMNS.forEach((dimension, column) ->
                rule.terms(dimension).ifPresent(terms -> target.append(anyOf(column, STRING, "string-equal", terms))));
        if (!rule.purposes().isEmpty()) {
            var subtree = new java.util.TreeSet<String>();
            rule.purposes()
                    .forEach(purpose ->
                            subtree.addAll(rulebook.vocabulary().purposes().subtree(purpose)));
            target.append(anyOf("purpose", STRING, "string-equal", subtree));
        }
        if (rule.emergency() != Emergency.ANY) {
            target.append(anyOf(
                    "breakGlass",
                    BOOLEAN,
                    "boolean-equal",
                    Set.of(String.valueOf(rule.emergency() == Emergency.TRUE))));
        }
        return """
                  <Rule RuleId="%s" Effect="%s">
                    <Target>%s</Target>
                    %s
                  </Rule>
                """.formatted(
                        rule.id(),
                        rule.effect().name().charAt(0)
                                + rule.effect().name().substring(1).toLowerCase(),
                        target,
                        rule.withinWindow() ? window() : "");
    }

    private static String anyOf(String attribute, String type, String function, Set<String> terms) {
        var text = new StringBuilder("<AnyOf>");
        for (var term : terms) {
            text.append("""
                    <AllOf><Match MatchId="urn:oasis:names:tc:xacml:1.0:function:%s">
                      <AttributeValue DataType="%s">%s</AttributeValue>%s</Match></AllOf>
                    """.formatted(function, type, term, designator(attribute, type)));
        }
        return text.append("</AnyOf>").toString();
    }

    private static String window() {
        return """
                <Condition><Apply FunctionId="urn:oasis:names:tc:xacml:1.0:function:and">
                  <Apply FunctionId="urn:oasis:names:tc:xacml:1.0:function:integer-less-than-or-equal">%1$s%2$s</Apply>
                  <Apply FunctionId="urn:oasis:names:tc:xacml:1.0:function:integer-less-than">%2$s%3$s</Apply>
                </Apply></Condition>""".formatted(one("partFrom"), one("now"), one("partUntil"));
    }

    private static String one(String attribute) {
        return "<Apply FunctionId=\"urn:oasis:names:tc:xacml:1.0:function:integer-one-and-only\">%s</Apply>"
                .formatted(designator(attribute, INTEGER));
    }

    private static String designator(String attribute, String type) {
        return "<AttributeDesignator Category=\"%s\" AttributeId=\"%s\" DataType=\"%s\" MustBePresent=\"true\"/>"
                .formatted(CATEGORY, attribute, type);
    }

    @Override
    public void close() throws IOException {
        engine.close();
    }
}
