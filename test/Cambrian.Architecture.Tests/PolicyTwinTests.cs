namespace Cambrian.Architecture.Tests;

public sealed class PolicyTwinTests
{
    [Fact]
    public void The_engine_compiles_in_the_policy_that_the_search_for_policies_starts_from() =>
        Assert.Equal(Repository.Read("src/Cambrian.Core/Policies/SearchPolicy.cs"), "namespace Cambrian.Core.Policies;\n\n" + Repository.Read("problems/engine-policy/seed/SearchPolicy.cs"));
}
