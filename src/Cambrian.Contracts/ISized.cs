namespace Cambrian.Contracts;

/// <summary>A case that says what size of a construction it asks for, whatever constructions are made of.</summary>
internal interface ISized
{
    /// <summary>What is asked for.</summary>
    int[] Size { get; }
}
