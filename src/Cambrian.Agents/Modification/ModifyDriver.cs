using Cambrian.Contracts;
using Cambrian.Contracts.Agents;

/// <summary>Hands an agent's Modify its arguments, in the agent's sandbox. It scores nothing.</summary>
public sealed class ModifyDriver : Evaluator<Modify, ModificationRequest, IReadOnlyList<Edit>>
{
    public override IReadOnlyList<ModificationRequest> Cases(Split split, string dataFolder) => [];

    public override IReadOnlyList<Edit> Run(Modify program, ModificationRequest problemCase) =>
        program(problemCase.Own, problemCase.Archive, problemCase.Budget);

    public override CaseScore Score(ModificationRequest problemCase, IReadOnlyList<Edit> answer) => CaseScore.Invalid("A modification has no score.");
}
