using Cambrian.Chips.Placing;

namespace Cambrian.Chips.Tests.Policies;

/// <summary>The search for policies starts from the policy written by hand: problems/chip-placer/seed/PlacerPolicy.cs, which is compiled into these tests, says the same numbers.</summary>
public sealed class PolicyTwinTests
{
    private static readonly double[] Shares = [0, 0.1, 0.25, 0.5, 0.8, 1];

    private readonly StandardPolicy _byHand = new();

    [Fact]
    public void Temperatures_are_the_same() => Assert.All(Shares, progress => Assert.Equal(_byHand.Temperature(progress), PlacerPolicy.Decide(0, progress, 0, 0, 0), 1e-18));

    [Fact]
    public void Weights_and_reaches_are_the_same_for_every_kind_of_move()
    {
        foreach (var kind in Enum.GetValues<MoveKind>())
        {
            Assert.All(Shares, progress => Assert.All(Shares, other =>
            {
                Assert.Equal(_byHand.Weight(kind, progress, 5 * other), PlacerPolicy.Decide(1, (int)kind, progress, 5 * other, 0), 1e-12);
                Assert.Equal(_byHand.Reach(kind, progress, other), PlacerPolicy.Decide(2, (int)kind, progress, other, 0), 1e-12);
            }));
        }
    }

    [Fact]
    public void Urgency_contenders_and_beginnings_are_the_same()
    {
        Assert.All(Shares, density => Assert.Equal(_byHand.Urgency(new NodeOutlook(density, 2, 3), 0.5), PlacerPolicy.Decide(3, density, 2, 3, 0.5), 1e-12));
        Assert.All(Shares, progress => Assert.Equal(_byHand.Contenders(progress), (int)PlacerPolicy.Decide(4, progress, 0, 0, 0)));
        Assert.Equal((int)_byHand.Start(0), (int)PlacerPolicy.Decide(5, 0, 0, 0, 0));
        Assert.All(Shares, share => Assert.Equal(_byHand.Begin(2 * share), PlacerPolicy.Decide(6, 2 * share, 0, 0, 0), 1e-12));
    }

    [Fact]
    public void The_problem_holds_the_cases_of_the_repository()
    {
        var problem = Path.Combine(Cases.Folder, "..", "..", "problems", "chip-placer", "data");
        foreach (var design in Directory.GetDirectories(problem).Select(folder => Path.GetFileName(folder)))
        {
            Assert.All(["netlist.pb.txt.gz", "initial.plc.gz"], file =>
                Assert.Equal(File.ReadAllBytes(Path.Combine(Cases.Folder, design, file)), File.ReadAllBytes(Path.Combine(problem, design, file))));
        }
    }
}
