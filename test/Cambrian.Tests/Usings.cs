global using Repository = Cambrian.Conformance.Repository;
