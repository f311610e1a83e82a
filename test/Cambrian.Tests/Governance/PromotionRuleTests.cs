using Cambrian.Algorithms.Folders;
using Cambrian.Governance;
using Cambrian.Store;

namespace Cambrian.Tests.Governance;

public sealed class PromotionRuleTests
{
    [Theory]
    [InlineData(AutonomyLevel.A0, "SSS")]
    [InlineData(AutonomyLevel.A1, "WWW")]
    [InlineData(AutonomyLevel.A2, "PWW")]
    [InlineData(AutonomyLevel.A3, "PVW")]
    [InlineData(AutonomyLevel.A4, "PPW")]
    internal void Each_level_lets_solutions_engine_and_kernel_through_as_the_ladder_says(AutonomyLevel level, string expected)
    {
        var found = Enum.GetValues<Subject>().Select(subject => PromotionRule.Of(level, subject, "L3 bubblewrap")).Select(rule => rule switch
        {
            { Vetoable: true } => 'V',
            { Kind: DecisionKind.Suggested } => 'S',
            { Kind: DecisionKind.Waiting } => 'W',
            { Kind: DecisionKind.Promoted } => 'P',
            _ => '?',
        });
        Assert.Equal(expected, string.Concat(found));
    }

    [Fact]
    public void What_was_not_contained_is_promoted_by_people_only()
    {
        var rule = PromotionRule.Of(AutonomyLevel.A4, Subject.Solution, "L1 rlimits");
        Assert.Equal((DecisionKind.Waiting, false), (rule.Kind, rule.Vetoable));
    }
}
