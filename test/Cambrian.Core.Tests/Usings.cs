global using Cambrian.Conformance;
