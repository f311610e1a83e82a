using Cambrian.Core;
using Cambrian.Core.Ledgers;
using Microsoft.Data.Sqlite;

namespace Cambrian.Store;

/// <summary>What a decision was made on: the steps and the held-out scores that were recorded by then. Its link covers both.</summary>
/// <param name="Steps">Number of steps.</param>
/// <param name="HeldOut">Number of held-out scores.</param>
internal sealed record DecisionBasis(int Steps, int HeldOut)
{
    /// <summary>The last link of the steps that counted then; zeros when there were none.</summary>
    public byte[] LinkOfSteps(SqliteConnection connection)
    {
        if (Steps == 0)
        {
            return new byte[32];
        }

        using var select = connection.Prepare($"SELECT link FROM steps WHERE number = {Steps - 1};", []);
        return select.ExecuteScalar() as byte[] ?? throw new InvalidDataException($"step {Steps - 1}, on which a decision was made, is missing");
    }

    /// <summary>A hash over the held-out scores that counted then.</summary>
    public string HashOfHeldOut(IReadOnlyList<HeldOutScore> scores)
    {
        var chain = new StepChain();
        foreach (var score in scores.Take(HeldOut))
        {
            chain.Extend(new Step { Number = score.Step, Origin = $"{score.Split}", Evaluation = score.Evaluation, Verdict = Verdict.Admit() });
        }

        return scores.Count < HeldOut ? throw new InvalidDataException($"held-out score {scores.Count + 1}, on which a decision was made, is missing") : chain.Head;
    }
}
