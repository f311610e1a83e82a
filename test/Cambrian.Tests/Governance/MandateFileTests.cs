using Cambrian.Core;
using Cambrian.Governance;

namespace Cambrian.Tests.Governance;

public sealed class MandateFileTests
{
    private const string Full = """
        {
          // what we agreed on
          "level": "A3", "scope": ["bin-packing", "cap-set"], "ends": "2027-01-31T12:00:00Z", "approvers": ["Ada Lovelace"],
          "budget": { "evaluations": 1000, "cpuSeconds": 60.5, "steps": 2000 }, "vetoHours": 12, "stop": "/srv/STOP",
        }
        """;

    [Fact]
    public void Everything_is_read()
    {
        var mandate = MandateFile.Parse(Full, "mandate.json");

        Assert.Equal((AutonomyLevel.A3, 12.0, "/srv/STOP"), (mandate.Level, mandate.VetoHours, mandate.Stop));
        Assert.Equal(["bin-packing", "cap-set"], mandate.Scope);
        Assert.Equal(new MandateBudget { Evaluations = 1000, CpuSeconds = 60.5, Steps = 2000 }, mandate.Budget);
        Assert.Equal(new DateTimeOffset(2027, 1, 31, 12, 0, 0, TimeSpan.Zero), mandate.Ends);
        Assert.NotEqual(mandate.Hash, MandateFile.Parse(Full + " ", "mandate.json").Hash);
    }

    [Theory]
    [InlineData("", "not well-formed JSON")]
    [InlineData("null", "holds null")]
    [InlineData("""{"level": "A2", "scope": ["x"], "ends": "2027-01-31T12:00:00Z"}""", "'approvers' must be given")]
    [InlineData("""{"level": "A5", "scope": ["x"], "ends": "2027-01-31T12:00:00Z", "approvers": ["A"]}""", "'level': given was \"A5\", expected \"A0\" or \"A1\" or \"A2\" or \"A3\" or \"A4\"")]
    [InlineData("""{"level": 2, "scope": ["x"], "ends": "2027-01-31T12:00:00Z", "approvers": ["A"]}""", "'level': given was 2")]
    [InlineData("""{"level": "A2", "scope": [], "ends": "2027-01-31T12:00:00Z", "approvers": ["A"]}""", "'scope' is empty")]
    [InlineData("""{"level": "A2", "scope": ["x"], "ends": "soon", "approvers": ["A"]}""", "'ends': given was \"soon\", expected a time such as \"2027-01-31T12:00:00Z\"")]
    [InlineData("""{"level": "A2", "scope": ["x"], "ends": "2027-01-31T12:00:00Z", "approvers": []}""", "'approvers' is empty")]
    [InlineData("""{"level": "A2", "scope": ["x"], "ends": "2027-01-31T12:00:00Z", "approvers": [" "]}""", "an empty name")]
    [InlineData("""{"level": "A2", "scope": ["x"], "ends": "2027-01-31T12:00:00Z", "approvers": [null]}""", "'approvers[0]' is null")]
    [InlineData("""{"level": "A2", "scope": ["x"], "ends": "2027-01-31T12:00:00Z", "approvers": ["A"], "budget": {"steps": 0}}""", "a number below 1")]
    [InlineData("""{"level": "A2", "scope": ["x"], "ends": "2027-01-31T12:00:00Z", "approvers": ["A"], "budget": {"steps": "many"}}""", "expected a whole number")]
    [InlineData("""{"level": "A2", "scope": ["x"], "ends": "2027-01-31T12:00:00Z", "approvers": ["A"], "budget": {"cpuSeconds": -1}}""", "'budget.cpuSeconds' is -1")]
    [InlineData("""{"level": "A2", "scope": ["x"], "ends": "2027-01-31T12:00:00Z", "approvers": ["A"], "stop": "STOP"}""", "expected an absolute path")]
    [InlineData("""{"level": "A2", "scope": ["x"], "ends": "2027-01-31T12:00:00Z", "approvers": ["A"], "vetoHours": -2}""", "'vetoHours' is -2")]
    [InlineData("""{"level": "A2", "scope": ["x"], "ends": "2027-01-31T12:00:00Z", "approvers": ["A"], "levels": "A4"}""", "expected one of level, scope, budget")]
    public void A_malformed_mandate_is_refused_with_what_was_given_and_expected(string text, string expected)
    {
        var refusal = Assert.Throws<MandateException>(() => MandateFile.Parse(text, "mandate.json"));

        Assert.StartsWith("mandate.json", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_allows_its_problems_until_it_ends()
    {
        var mandate = MandateFile.Parse(Full, "mandate.json");
        mandate.RequireAllows("cap-set", mandate.Ends.AddTicks(-1));

        Assert.Contains("ended at 2027-01-31 12:00:00Z", Assert.Throws<MandateException>(() => mandate.RequireAllows("cap-set", mandate.Ends)).Message, StringComparison.Ordinal);
        Assert.Contains("not about 'flow-shop'", Assert.Throws<MandateException>(() => mandate.RequireAllows("flow-shop", mandate.Ends.AddDays(-1))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, 2000)]
    [InlineData(5000, 2000)]
    [InlineData(500, 500)]
    public void The_smaller_budget_counts(int? asked, int expected)
    {
        var limited = MandateFile.Parse(Full, "mandate.json").Limit(new Budget { Steps = asked, Time = TimeSpan.FromSeconds(9) });

        Assert.Equal(new Budget { Steps = expected, Evaluations = 1000, Time = TimeSpan.FromSeconds(9) }, limited);
    }
}
