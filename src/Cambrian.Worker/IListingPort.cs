namespace Cambrian.Worker;

/// <summary>What a program wrote for people, where its evaluator knows how to tell.</summary>
internal interface IListingPort
{
    /// <summary>What the loaded program made of a case, as text; null for nothing.</summary>
    string? Listing(int index);
}
