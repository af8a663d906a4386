"""The model as JSON and XML, both ways and exact: every module has the pair `dumps` and `loads`."""
