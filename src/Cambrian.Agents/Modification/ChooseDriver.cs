using Cambrian.Contracts;
using Cambrian.Contracts.Agents;

/// <summary>Hands an agent's Choose its arguments, in the agent's sandbox. It scores nothing.</summary>
public sealed class ChooseDriver : Evaluator<Choose, ChoiceRequest, int>
{
    public override IReadOnlyList<ChoiceRequest> Cases(Split split, string dataFolder) => [];

    public override int Run(Choose program, ChoiceRequest problemCase) => program(problemCase.Drawn, problemCase.Seed);

    public override CaseScore Score(ChoiceRequest problemCase, int answer) => CaseScore.Invalid("A choice has no score.");
}
