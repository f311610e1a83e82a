using System.Collections.Immutable;
using Cambrian.Core;
using Cambrian.CSharp.Kernels.Writing;
using Cambrian.Numerics.Expressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cambrian.CSharp.Kernels.Reading;

/// <summary>Reads one artifact.</summary>
internal sealed class BlockReader(RuleSignature signature, int maxSize)
{
    private readonly ExpressionBinder _expressions = new(signature.Toolbox);
    private readonly List<KernelSymbol> _symbols = [];
    private Scope _outer = Scope.Empty;
    private Scope _inner = Scope.Empty;

    public KernelProgram? Read(Artifact artifact, out string reason)
    {
        if (BlockLocator.Find(artifact, signature.Entry, out reason) is not { } located)
        {
            return null;
        }

        var program = Read(artifact, located);
        reason = program is null ? _expressions.Reason : "";
        return program;
    }

    private KernelProgram? Read(Artifact artifact, LocatedBlock located)
    {
        if (KernelTypes.Named(located.Method.ReturnType.ToString()) is not { } result)
        {
            _expressions.Refuse($"The method returns {located.Method.ReturnType}, not double, int or bool.");
            return null;
        }

        var statements = new StatementBinder(_expressions, result, maxSize);
        if (!TakeParameters(located.Method) || !TakeConstants(located.Method) || !TakeLocals(located.Before, statements) || Tail(located, result) is not { } text)
        {
            return null;
        }

        if (statements.Returned([.. located.Inside.Concat(located.After).Reverse()], _inner) is not { } rule)
        {
            return null;
        }

        var frame = new KernelFrame(text, result, [.. _symbols], signature);
        return new KernelProgram(artifact, frame, CanonicalForm.Of(rule, result));
    }

    // What follows the block must be nothing, or the return of one local that the block gives its value.
    private BlockText? Tail(LocatedBlock located, KernelType result)
    {
        switch (located.After)
        {
            case []:
                return located.Text;
            case [ReturnStatementSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var name } }]:
                var declared = _outer.Names.TryGetValue(name, out var local);
                if (declared && local.Type != result)
                {
                    _expressions.Refuse($"'{name}' is a {local.Type}, but the method returns {result}.");
                    return null;
                }

                return located.Text with { Tail = declared ? $"{name} = " : $"{KernelTypes.Keyword(result)} {name} = " };
            default:
                _expressions.Refuse("After the block only 'return name;' is supported.");
                return null;
        }
    }

    private bool TakeParameters(MethodDeclarationSyntax method)
    {
        foreach (var parameter in method.ParameterList.Parameters)
        {
            if (KernelTypes.Named(parameter.Type?.ToString() ?? "") is not { } type || parameter.Modifiers.Count > 0 || parameter.Default is not null)
            {
                _expressions.Refuse($"Parameter '{parameter}' is not a plain double, int or bool.");
                return false;
            }

            var name = parameter.Identifier.ValueText;
            var declared = signature.Parameters.FirstOrDefault(known => known.Name == name);
            AddSymbol(new KernelSymbol(name, type), declared?.Lower ?? double.NaN, declared?.Upper ?? double.NaN);
        }

        return true;
    }

    // Constants of the class that are numbers; others are of no use to a block and not looked at.
    private bool TakeConstants(MethodDeclarationSyntax method)
    {
        if (method.Parent is not TypeDeclarationSyntax type)
        {
            return true;
        }

        foreach (var field in type.Members.OfType<FieldDeclarationSyntax>().Where(field => IsConstant(field)))
        {
            foreach (var variable in field.Declaration.Variables)
            {
                var binder = new ExpressionBinder([]);
                if (KernelTypes.Named(field.Declaration.Type.ToString()) is { } declared && variable.Initializer?.Value is { } value
                    && binder.Bind(value, _outer) is { } bound && binder.Convert(bound, declared) is { } converted)
                {
                    Define(variable.Identifier.ValueText, converted);
                }
            }
        }

        return true;
    }

    private static bool IsConstant(FieldDeclarationSyntax field)
    {
        var modifiers = field.Modifiers.Select(modifier => modifier.ValueText).ToHashSet(StringComparer.Ordinal);
        return modifiers.Contains("const") || (modifiers.Contains("static") && modifiers.Contains("readonly"));
    }

    private bool TakeLocals(ImmutableArray<StatementSyntax> before, StatementBinder statements)
    {
        var known = _outer;
        foreach (var statement in before)
        {
            if (statements.Run(statement, _outer) is not { } after)
            {
                return false;
            }

            _outer = after;
        }

        foreach (var (name, (type, value)) in _outer.Names.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (value is null)
            {
                _inner = _inner.With(name, type, null);
            }
            else if (!known.Names.TryGetValue(name, out var old) || old.Value != value)
            {
                Define(name, value.Value);
            }
        }

        return true;
    }

    private void AddSymbol(KernelSymbol symbol, double lower, double upper)
    {
        var value = new Bound(
            Expression.Parameter(_symbols.Count, symbol.Kind),
            symbol.Type,
            double.IsNaN(lower) ? int.MinValue : Math.Floor(lower),
            double.IsNaN(upper) ? int.MaxValue : Math.Ceiling(upper));
        _symbols.Add(symbol);
        _outer = symbol.Definition is null ? _outer.With(symbol.Name, symbol.Type, value) : _outer;
        _inner = _inner.With(symbol.Name, symbol.Type, value);
    }

    private void Define(string name, Bound value)
    {
        _outer = _outer.With(name, value.Type, value);
        AddSymbol(new KernelSymbol(name, value.Type, value.Value), value.IsInt ? value.Low : double.NaN, value.IsInt ? value.High : double.NaN);
    }
}
