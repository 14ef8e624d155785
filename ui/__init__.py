"""What is seen. Widgets live here and nowhere else."""
